package io.stockassistant.dataengineering.finance.persistence;

import io.stockassistant.dataengineering.finance.FinanceFigure;
import io.stockassistant.dataengineering.finance.FinanceReport;
import io.stockassistant.dataengineering.stock.ThirdCode;
import io.stockassistant.shared.naming.Naming;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Between finance reports and their rows. By reflection, since a figure is a key of a map there and a component
 * here.
 */
final class FinanceReportMapper {

    private static final RecordComponent[] COMPONENTS = StockFinanceModel.class.getRecordComponents();
    private static final Constructor<StockFinanceModel> CONSTRUCTOR = constructor();

    private final Map<String, FinanceFigure> figures = new HashMap<>();

    FinanceReportMapper() {
        for (RecordComponent component : COMPONENTS) {
            String column = Naming.columnOf(component.getName());
            Arrays.stream(FinanceFigure.values())
                    .filter(figure -> figure.name().equalsIgnoreCase(column))
                    .forEach(figure -> figures.put(component.getName(), figure));
        }
        if (figures.size() != FinanceFigure.values().length) {
            throw new IllegalStateException("a figure has no component of its name in "
                    + StockFinanceModel.class.getName() + "; those that have one: " + figures.values());
        }
    }

    StockFinanceModel toModel(FinanceReport report) {
        @Nullable Object[] values = new @Nullable Object[COMPONENTS.length];
        for (int i = 0; i < COMPONENTS.length; i++) {
            values[i] = valueOf(COMPONENTS[i].getName(), report);
        }
        try {
            return CONSTRUCTOR.newInstance(values);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException("no row can be made of " + report, failure);
        }
    }

    FinanceReport toReport(StockFinanceModel model) {
        EnumMap<FinanceFigure, Double> known = new EnumMap<>(FinanceFigure.class);
        try {
            for (RecordComponent component : COMPONENTS) {
                FinanceFigure figure = figures.get(component.getName());
                if (figure != null && component.getAccessor().invoke(model) instanceof Double value) {
                    known.put(figure, value);
                }
            }
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException("no report can be made of " + model, failure);
        }
        return new FinanceReport(
                new ThirdCode(model.thirdCode()), model.annDate(), model.endDate(), known, model.source());
    }

    private @Nullable Object valueOf(String component, FinanceReport report) {
        return switch (component) {
            case "thirdCode" -> report.thirdCode().value();
            case "annDate" -> report.announcedOn();
            case "endDate" -> report.periodEnd();
            case "source" -> report.source();
            default -> report.figures().get(figures.get(component));
        };
    }

    private static Constructor<StockFinanceModel> constructor() {
        try {
            return StockFinanceModel.class.getDeclaredConstructor(
                    Arrays.stream(COMPONENTS).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException failure) {
            throw new IllegalStateException("a record without its canonical constructor", failure);
        }
    }
}
