package dev.tare.site;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/** The one clock, and how assets are addressed. */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** In the place of the one that Spring Boot would make. */
    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> assetAddresses() {
        FilterRegistrationBean<ResourceUrlEncodingFilter> filter = new FilterRegistrationBean<>(new AssetAddresses());
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return filter;
    }
}
