package dev.tare.site;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the API says of itself. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    @Bean
    OpenAPI description() {
        return new OpenAPI().info(new Info().title("tare").version("v1").description("""
                Estates, the catalogue and bills. Sizes in bytes, processors in vCPU, time in milliseconds, money in the \
                estate's currency a month. Errors are problem details (RFC 9457)."""));
    }
}
