package dev.tare.estate;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The roots; what hangs from them is in {@link EstateRows}. */
interface EstateRecords extends Repository<Estate, Long> {
    Optional<Estate> findBySlug(String slug);

    /** Held until the end of the transaction: changes to one estate queue up here. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from Estate e where e.slug = :slug")
    Optional<Estate> findLockedBySlug(String slug);

    boolean existsBySlug(String slug);

    Estate saveAndFlush(Estate estate);

    void delete(Estate estate);
}
