package dev.tare.access;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * The local mode: whoever sits at this machine may do everything, other machines and other web sites nothing. Its guard is
 * the address we listen on, the names we answer to, and where a browser says a request comes from.
 */
@Configuration(proxyBeanMethods = false)
class LocalAccess {

    private final LocalRequestsOnly localRequestsOnly;

    LocalAccess(Environment environment) {
        String address = environment.getProperty("server.address", "");
        if (!Loopback.isLoopback(address)) {
            throw new InvalidConfigurationPropertyValueException("server.address", address,
                    "tare has no accounts yet, so it serves this machine only. Use 127.0.0.1 or ::1"
                            + " and, to reach it from elsewhere, a tunnel such as `ssh -L 8080:localhost:8080`.");
        }
        this.localRequestsOnly = new LocalRequestsOnly(address);
    }

    /** Programs: no session, no token; a browser is told by its own headers. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http) throws Exception {
        return common(http).securityMatcher("/api/**", "/v3/**", "/actuator/**").csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)).build();
    }

    /** Pages: forms carry a token. It is kept in a cookie, so that a restart does not spoil a half-filled form. */
    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return common(http).csrf(csrf -> csrf.csrfTokenRepository(tokenCookie()))
                .addFilterAfter(new EarlyCsrfCookie(), CsrfFilter.class).build();
    }

    private static CookieCsrfTokenRepository tokenCookie() {
        CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();
        cookie.setCookieCustomizer(attributes -> attributes.httpOnly(true).sameSite("Lax"));
        return cookie;
    }

    private HttpSecurity common(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterBefore(localRequestsOnly, HeaderWriterFilter.class)
                .headers(headers -> headers.contentTypeOptions(Customizer.withDefaults())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions -> permissions
                                .policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()")))
                .requestCache(cache -> cache.requestCache(new NullRequestCache())).formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable()).logout(logout -> logout.disable());
    }
}
