package dev.tare.storage;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Serves the embedded PostgreSQL as the data source when none is configured. */
@Configuration(proxyBeanMethods = false)
@Conditional(StorageConfiguration.NoDatabaseConfigured.class)
class StorageConfiguration {

    @Bean
    EmbeddedPostgres embeddedPostgres(@Value("${tare.data-dir}") String directory) {
        return EmbeddedPostgres.open(Path.of(directory), Map.of());
    }

    /** Holds while {@code SPRING_DATASOURCE_URL} is absent or empty. */
    static final class NoDatabaseConfigured implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
        }
    }
}
