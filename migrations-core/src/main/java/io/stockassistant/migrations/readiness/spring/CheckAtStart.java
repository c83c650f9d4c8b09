package io.stockassistant.migrations.readiness.spring;

import io.stockassistant.migrations.readiness.Readiness;
import io.stockassistant.migrations.readiness.SchemaReadiness;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.BeanFactoryInitializer;
import org.springframework.beans.factory.ListableBeanFactory;

/** Runs when everything that works on beans is there and none of the application's own beans is. */
final class CheckAtStart implements BeanFactoryInitializer<ListableBeanFactory> {

    /** Spring's own log: it goes where the application's other lines go. */
    private static final Log LOG = LogFactory.getLog(SchemaReadiness.class);

    @Override
    public void initialize(ListableBeanFactory beans) {
        SchemaReadiness check = beans.getBean(SchemaReadiness.class);
        Readiness found = check.require();
        if (found.isReady()) {
            LOG.info(check.describe(found));
        } else {
            LOG.warn(check.describe(found));
        }
    }
}
