package io.stockassistant.examples.stockdesk;

import io.stockassistant.dataengineering.stock.Stock;
import io.stockassistant.dataengineering.stock.StockExists;
import io.stockassistant.dataengineering.stock.ThirdCode;
import io.stockassistant.dataengineering.stock.application.ListStocks;
import io.stockassistant.dataengineering.stock.application.RegisterStock;
import io.stockassistant.migrations.readiness.SchemaNotReadyException;
import io.stockassistant.shared.config.ConfigurationException;
import java.io.PrintStream;
import java.util.List;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Registers a stock, if one is named, and prints all of them. */
public final class StockDesk {

    private static final String USAGE = "stock-desk [CODE NAME], for example: stock-desk 000001.SZ \"Ping An Bank\"";

    private final PrintStream out;
    private final PrintStream err;

    StockDesk(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.exit(new StockDesk(System.out, System.err).run(List.of(args)));
    }

    /** The exit status. */
    int run(List<String> args) {
        if (args.size() != 0 && args.size() != 2) {
            return refuse(USAGE);
        }
        try (AnnotationConfigApplicationContext application =
                new AnnotationConfigApplicationContext(StockDeskConfiguration.class)) {
            if (!args.isEmpty()) {
                application.getBean(RegisterStock.class).register(stock(args.get(0), args.get(1)));
            }
            printAll(application.getBean(ListStocks.class));
            return 0;
        } catch (SchemaNotReadyException | StockExists | IllegalArgumentException e) {
            return refuse(String.valueOf(e.getMessage()));
        } catch (BeanCreationException e) {
            if (e.getMostSpecificCause() instanceof ConfigurationException configuration) {
                return refuse(configuration.getMessage() + "\n" + configuration.remedy());
            }
            throw e;
        }
    }

    /** A page begins behind the last code of the one before: no page is slower than the first, however many there are. */
    private void printAll(ListStocks stocks) {
        List<Stock> page = stocks.listAfter(null, ListStocks.LARGEST_PAGE);
        while (!page.isEmpty()) {
            page.forEach(each -> out.println(each.thirdCode() + "  " + each.name()));
            page = stocks.listAfter(page.get(page.size() - 1).thirdCode(), ListStocks.LARGEST_PAGE);
        }
    }

    private static Stock stock(String code, String name) {
        return Stock.named(new ThirdCode(code), code.replaceFirst("\\..*", ""), name);
    }

    private int refuse(String message) {
        err.println(message);
        return 1;
    }
}
