package dev.tare.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.estate.EstateDocument.Call;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.Lock;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Team;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EditsTest {
    private static final EstateDocument GIVEN = Documents.everythingStated();
    private static final String PAY = "Zahlung, sicher";

    @Test
    void renamingAServiceTakesAllThatRefersToItAlong() {
        EstateDocument renamed = Edits.putService(PAY, GIVEN.services().get(1).withName("pay")).apply(GIVEN);
        assertThat(renamed.toString().replace("Zahlung, sicher-svc", "")).doesNotContain(PAY);
        assertThat(renamed.calls().getFirst().to()).isEqualTo("pay");
        assertThat(renamed.external().getFirst().from()).containsExactly("pay", "lonely");
        assertThat(((Map<?, ?>) renamed.today().grouping()).get("web shop"))
                .isEqualTo(List.of("front/end \"A\"", "pay"));
        assertThat(Edits.putService("pay", renamed.services().get(1).withName(PAY)).apply(renamed)).isEqualTo(GIVEN);
    }

    @Test
    void removingAServiceRemovesWhatCannotStandWithoutIt() {
        EstateDocument without = Edits.removeService("lonely").apply(GIVEN);
        assertThat(without.services()).extracting(Service::name).doesNotContain("lonely");
        assertThat(without.calls()).hasSize(1);
        assertThat(without.entries()).isEmpty();
        assertThat(without.external().getFirst().from()).containsExactly(PAY);
        assertThat(((Map<?, ?>) without.today().grouping()).get("a")).isEqualTo(List.of());
    }

    @Test
    void groupsOfKeptShapesFollowTheirServices() {
        EstateDocument renamed = Edits.putService("lonely", GIVEN.services().get(2).withName("found")).apply(GIVEN);
        assertThat(renamed.shapes().getFirst().grouping()).isEqualTo(Map.of("web", List.of("found")));
        assertThat(Edits.removeService("lonely").apply(GIVEN).shapes().getFirst().grouping())
                .isEqualTo(Map.of("web", List.of()));
        assertThat(renamed.shapes().get(1)).isEqualTo(GIVEN.shapes().get(1));
    }

    @Test
    void locksFollowTheirServicesAndGoWithThem() {
        EstateDocument renamed = Edits.putService("lonely", GIVEN.services().get(2).withName("found")).apply(GIVEN);
        assertThat(renamed.locks()).extracting(Lock::name).containsExactly("found and " + PAY,
                "front/end \"A\" and found");
        assertThat(Edits.removeService(PAY).apply(GIVEN).locks()).containsExactly(GIVEN.locks().get(1));
        assertThat(Edits.putLock("lonely and " + PAY, new Lock("lonely", Lock.TOGETHER, PAY, null)).apply(GIVEN)
                .locks()).extracting(Lock::keep).containsExactly("together", "together");
        assertThat(Edits.removeLock("lonely and " + PAY).apply(GIVEN).locks()).hasSize(1);
    }

    @Test
    void renamingOrRemovingATeamKeepsItsServices() {
        EstateDocument renamed = Edits.putTeam("Team Ä", new Team("A", null, null)).apply(GIVEN);
        assertThat(renamed.services()).extracting(Service::team).containsExactly("A", "{b}", null);
        EstateDocument removed = Edits.removeTeam("{b}").apply(renamed);
        assertThat(removed.teams()).containsExactly(new Team("A", null, null));
        assertThat(removed.services()).extracting(Service::team).containsExactly("A", null, null);
    }

    @Test
    void callsFromAServiceAreReplacedWhereTheyStood() {
        Call first = GIVEN.calls().getFirst();
        Call other = first.between(first.from(), "lonely");
        EstateDocument changed = Edits.putCallsFrom(first.from(), List.of(other, first)).apply(GIVEN);
        assertThat(changed.calls()).containsExactly(other, GIVEN.calls().get(1), first);
        assertThat(Edits.putCallsFrom(first.from(), List.of()).apply(GIVEN).calls())
                .containsExactly(GIVEN.calls().get(1));
    }

    @Test
    void entriesMoveWithTheirService() {
        EstateDocument moved = Edits.putEntry("lonely", new Entry(PAY, 1.0, 2.0)).apply(GIVEN);
        assertThat(moved.entries()).containsExactly(new Entry(PAY, 1.0, 2.0));
        assertThat(Edits.removeEntry(PAY).apply(moved).entries()).isEmpty();
    }

    @Test
    void whatIsNewStandsAtTheEnd() {
        assertThat(Edits.putService(null, Service.named("z")).apply(GIVEN).services()).last()
                .isEqualTo(Service.named("z"));
        assertThat(Edits.putTeam(null, new Team("z", null, null)).apply(GIVEN).teams()).hasSize(3);
    }
}
