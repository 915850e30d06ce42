package dev.tare;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
class TareApplicationTest {

    @Test
    void startsOnARealPostgres(@Autowired DataSource dataSource) {
        assertThat(JdbcClient.create(dataSource).sql("select version()").query(String.class).single())
                .startsWith("PostgreSQL 18");
    }
}
