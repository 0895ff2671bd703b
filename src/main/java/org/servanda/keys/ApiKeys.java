package org.servanda.keys;

import java.time.Instant;
import java.util.List;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.access.Role;
import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

@ApplicationScoped
class ApiKeys implements PanacheRepositoryBase<ApiKey, String> {

    List<ApiKey> newestFirst() {
        return listAll(Sort.by("createdAt", Sort.Direction.Descending).and("id"));
    }

    ApiKey byId(String id) {
        return findByIdOptional(id)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no API key with this id."));
    }

    long countValidAdminKeys(Instant now) {
        return count("role = ?1 and revokedAt is null and expiresAt > ?2", Role.admin, now);
    }
}
