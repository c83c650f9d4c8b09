package io.stockassistant.identityaccess;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.testing.MigratedDatabase;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.transaction.annotation.Transactional;

@MigratedDatabase("identity-access")
final class TheUseCasesOfIdentityAccessTest {

    @Test
    void areAllOfferedAndRunInTransactions(DataSource dataSource) throws Exception {
        ClassPathScanningCandidateComponentProvider classes = new ClassPathScanningCandidateComponentProvider(false);
        classes.addIncludeFilter(
                (reader, factory) -> reader.getClassMetadata().getClassName().contains(".application."));
        List<String> names = classes.findCandidateComponents(getClass().getPackageName()).stream()
                .map(BeanDefinition::getBeanClassName)
                .toList();
        assertThat(names).hasSizeGreaterThan(8);
        try (IdentityContext context = new IdentityContext(dataSource)) {
            for (String name : names) {
                Class<?> useCase = Class.forName(name);
                assertThat(useCase).hasAnnotation(Transactional.class);
                assertThat(AopUtils.isAopProxy(context.get(useCase))).as(name).isTrue();
            }
        }
    }
}
