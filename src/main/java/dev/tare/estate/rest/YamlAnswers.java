package dev.tare.estate.rest;

import dev.tare.estate.EstateFormat;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.yaml.JacksonYamlHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Answers in YAML, for those who ask for it, are written by the same hand that writes estate files. */
@Configuration(proxyBeanMethods = false)
class YamlAnswers implements WebMvcConfigurer {
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.withYamlConverter(new JacksonYamlHttpMessageConverter((YAMLMapper) EstateFormat.YAML.mapper()));
    }
}
