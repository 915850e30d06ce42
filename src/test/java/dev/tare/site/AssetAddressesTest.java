package dev.tare.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.util.UrlPathHelper;

/** Assets are written at hashed addresses, pages as they are. */
@SpringBootTest
class AssetAddressesTest {
    @Autowired
    List<FilterRegistrationBean<?>> filters;

    @Test
    void theOnlyOneOfItsKind() {
        assertThat(filters).map(FilterRegistrationBean::getFilter)
                .filteredOn(ResourceUrlEncodingFilter.class::isInstance)
                .singleElement().isInstanceOf(AssetAddresses.class);
    }

    @Test
    void onlyWhatMayBeAnAssetIsLookedFor() throws Exception {
        ResourceUrlProvider urls = mock(ResourceUrlProvider.class, asked -> asked.getMethod().getReturnType()
                .equals(UrlPathHelper.class) ? UrlPathHelper.defaultInstance : "/hashed" + asked.getArgument(0));
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        new AssetAddresses().doFilter(request, new MockHttpServletResponse(), (asked, answer) -> {
            asked.setAttribute(ResourceUrlProvider.class.getName(), urls);
            HttpServletResponse response = (HttpServletResponse) answer;
            assertThat(response.encodeURL("/site/base.css")).isEqualTo("/hashed/site/base.css");
            assertThat(response.encodeURL("/webjars/chart.js/dist/chart.umd.min.js")).startsWith("/hashed/");
            assertThat(response.encodeURL("/estates/shop/services/a.b")).isEqualTo("/estates/shop/services/a.b");
            assertThat(response.encodeURL("/estates?of=a.b")).isEqualTo("/estates?of=a.b");
        });
    }
}
