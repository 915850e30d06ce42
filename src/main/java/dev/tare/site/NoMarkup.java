package dev.tare.site;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Answers are never XML. A library that reads XML files brings what would write it, and browsers, which ask for XHTML
 * first, would then see the API's answers as markup.
 */
@Configuration
class NoMarkup implements WebMvcConfigurer {
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.configureMessageConvertersList(converters -> converters
                .removeIf(converter -> converter.getSupportedMediaTypes().contains(MediaType.APPLICATION_XML)));
    }
}
