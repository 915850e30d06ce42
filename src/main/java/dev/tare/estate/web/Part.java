package dev.tare.estate.web;

import dev.tare.estate.EstateDocument;
import dev.tare.site.Invalid.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What a form edits: a part of an estate, as a tree of the document's own fields. */
interface Part {
    /** Its fields. */
    Schema schema();

    /** The list it stands in, as in addresses and paths: {@code services}. */
    String list();

    /** The page they are listed on, as in addresses. */
    default String home() {
        return list();
    }

    /** What one is called on pages. */
    String word();

    /** The field that names it. */
    String key();

    /** As it stands in the estate. */
    Optional<ObjectNode> find(EstateDocument document, String name);

    /** Puts it into the estate in the place of the one called {@code was}, or at the end. */
    UnaryOperator<EstateDocument> put(@Nullable String was, ObjectNode tree);

    /** What is wrong beyond single fields, given the estate it goes into. */
    List<Problem> problems(EstateDocument document, ObjectNode tree);

    /** What stands in the form of a new one, given what a link suggests. */
    default Form fresh(EstateDocument document, Form suggested) {
        return suggested;
    }
}
