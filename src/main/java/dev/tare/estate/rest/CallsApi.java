package dev.tare.estate.rest;

import dev.tare.estate.Edits;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.Estates;
import dev.tare.estate.PartErrors;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Answers.ESTATES + "/{slug}/calls")
@Tag(name = "Calls", description = "Who calls whom. A call is addressed as caller->callee, such as cart->redis-cart; where two"
        + " services are joined by several calls, kind and mode say which.")
class CallsApi {
    private static final String LIST = "calls";
    private final Estates estates;

    CallsApi(Estates estates) {
        this.estates = estates;
    }

    @GetMapping
    @Operation(summary = "List calls", description = "All, or those from or to one service.")
    List<Call> list(@PathVariable String slug,
            @Parameter(description = "Caller") @RequestParam(required = false) @Nullable String from,
            @Parameter(description = "Callee") @RequestParam(required = false) @Nullable String to) {
        return estates.get(slug).document().calls().stream().filter(call -> from == null || from.equals(call.from()))
                .filter(call -> to == null || to.equals(call.to())).toList();
    }

    @GetMapping("/{*pair}")
    @Operation(summary = "Read a call", description = "The ETag stands for what it says.")
    ResponseEntity<Call> read(@PathVariable String slug, @PathVariable String pair,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String mode) {
        return Answers.part(CallAddress.of(pair, kind, mode).in(estates.get(slug).document()));
    }

    @PostMapping
    @Operation(summary = "Add a call", description = "Needs from and to, both services of the estate.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Call.class)))
    @ApiResponse(responseCode = "201", description = "Added; Location says where it is.")
    ResponseEntity<Call> add(@PathVariable String slug, InputStream body,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable MediaType type) {
        Call added = Bodies.read(body, type, Call.class);
        EstateDocument stored = PartErrors
                .relativeTo(LIST, () -> estates.change(slug, Edits.putCall(_ -> false, added))).document();
        Call call = stored.calls().getLast();
        return Answers.created(call, slug, LIST, CallAddress.name(call));
    }

    @PutMapping("/{*pair}")
    @Operation(summary = "Replace a call", description = "From and to may be left out of the body. With If-Match, only if it still is what it was.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Call.class)))
    ResponseEntity<Call> replace(@PathVariable String slug, @PathVariable String pair, InputStream body,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String mode,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable MediaType type,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Call wanted = Bodies.read(body, type, Call.class);
        CallAddress address = CallAddress.of(pair, kind, mode);
        AtomicReference<Call> stored = new AtomicReference<>(wanted);
        PartErrors.relativeTo(LIST, () -> estates.change(slug, document -> {
            Call was = address.in(document);
            new Match(ifMatch).mustMatch(CallAddress.name(was), was);
            stored.set(CallAddress.completed(wanted, was));
            return Edits.putCall(call -> call == was, stored.get()).apply(document);
        }));
        return Answers.part(stored.get());
    }

    @DeleteMapping("/{*pair}")
    @Operation(summary = "Delete a call", description = "The services stay.")
    @ApiResponse(responseCode = "204", description = "Gone.")
    ResponseEntity<Void> delete(@PathVariable String slug, @PathVariable String pair,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String mode,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        CallAddress address = CallAddress.of(pair, kind, mode);
        estates.change(slug, document -> {
            Call gone = address.in(document);
            new Match(ifMatch).mustMatch(CallAddress.name(gone), gone);
            return Edits.removeCalls(call -> call == gone).apply(document);
        });
        return ResponseEntity.noContent().build();
    }
}
