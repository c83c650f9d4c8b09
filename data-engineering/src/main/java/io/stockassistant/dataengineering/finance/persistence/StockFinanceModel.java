package io.stockassistant.dataengineering.finance.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of {@code stock_finance}. */
@Entity
@Table(comment = "Financial indicators, one row a stock, announcement and reporting period. Amounts are in CNY.")
@IdClass(StockFinanceKey.class)
record StockFinanceModel(
        @Id
        @Column(
                length = 20,
                nullable = false,
                comment = "Code of the stock at the data provider (Tushare ts_code), for example 000001.SZ.")
        String thirdCode,

        @Id @Column(nullable = false, comment = "Day on which the report was announced.")
        LocalDate annDate,

        @Id @Column(nullable = false, comment = "Last day of the reporting period.")
        LocalDate endDate,

        @Column(comment = "Basic earnings per share.") @Nullable
        Double eps,

        @Column(comment = "Diluted earnings per share.") @Nullable
        Double dtEps,

        @Column(comment = "Total operating revenue per share.") @Nullable
        Double totalRevenuePs,

        @Column(comment = "Operating revenue per share.") @Nullable
        Double revenuePs,

        @Column(comment = "Capital reserve per share.") @Nullable
        Double capitalResePs,

        @Column(comment = "Surplus reserve per share.") @Nullable
        Double surplusResePs,

        @Column(comment = "Undistributed profit per share.") @Nullable
        Double undistProfitPs,

        @Column(comment = "Non-recurring gains and losses.") @Nullable
        Double extraItem,

        @Column(comment = "Net profit after deducting non-recurring gains and losses.") @Nullable
        Double profitDedt,

        @Column(
                comment =
                        "Gross margin, as the provider reports it under this name; the margin on sales in percent is grossprofit_margin.")
        @Nullable
        Double grossMargin,

        @Column(comment = "Current ratio: current assets / current liabilities.") @Nullable
        Double currentRatio,

        @Column(comment = "Quick ratio: current assets without inventories / current liabilities.") @Nullable
        Double quickRatio,

        @Column(comment = "Conservative quick ratio.") @Nullable
        Double cashRatio,

        @Column(comment = "Inventory turnover, times in the period.") @Nullable
        Double invTurn,

        @Column(comment = "Accounts receivable turnover, times in the period.") @Nullable
        Double arTurn,

        @Column(comment = "Current assets turnover, times in the period.") @Nullable
        Double caTurn,

        @Column(comment = "Fixed assets turnover, times in the period.") @Nullable
        Double faTurn,

        @Column(comment = "Total assets turnover, times in the period.") @Nullable
        Double assetsTurn,

        @Column(comment = "Inventory turnover, days.") @Nullable
        Double invturnDays,

        @Column(comment = "Accounts receivable turnover, days.") @Nullable
        Double arturnDays,

        @Column(comment = "Net income from operating activities.") @Nullable
        Double opIncome,

        @Column(comment = "Net income from changes in value.") @Nullable
        Double valuechangeIncome,

        @Column(comment = "Interest expense. The name is spelled as the provider spells it.") @Nullable
        Double interstIncome,

        @Column(comment = "Depreciation and amortisation.") @Nullable
        Double daa,

        @Column(comment = "Earnings before interest and taxes.") @Nullable
        Double ebit,

        @Column(comment = "Earnings before interest, taxes, depreciation and amortisation.") @Nullable
        Double ebitda,

        @Column(comment = "Free cash flow to the firm.") @Nullable
        Double fcff,

        @Column(comment = "Free cash flow to equity.") @Nullable
        Double fcfe,

        @Column(comment = "Non-interest-bearing current liabilities.") @Nullable
        Double currentExint,

        @Column(comment = "Non-interest-bearing non-current liabilities.") @Nullable
        Double noncurrentExint,

        @Column(comment = "Interest-bearing debt.") @Nullable
        Double interestdebt,

        @Column(comment = "Net debt.") @Nullable Double netdebt,
        @Column(comment = "Tangible assets.") @Nullable Double tangibleAsset,
        @Column(comment = "Working capital.") @Nullable Double workingCapital,

        @Column(comment = "Operating working capital.") @Nullable
        Double networkingCapital,

        @Column(comment = "Total invested capital.") @Nullable
        Double investCapital,

        @Column(comment = "Retained earnings.") @Nullable Double retainedEarnings,

        @Column(comment = "Earnings per share diluted on the number of shares at the end of the period.") @Nullable
        Double diluted2Eps,

        @Column(comment = "Net assets (book value) per share.") @Nullable
        Double bps,

        @Column(comment = "Net cash flow from operating activities per share.") @Nullable
        Double ocfps,

        @Column(comment = "Retained earnings per share.") @Nullable
        Double retainedps,

        @Column(comment = "Net cash flow per share.") @Nullable
        Double cfps,

        @Column(comment = "Earnings before interest and taxes per share.") @Nullable
        Double ebitPs,

        @Column(comment = "Free cash flow to the firm per share.") @Nullable
        Double fcffPs,

        @Column(comment = "Free cash flow to equity per share.") @Nullable
        Double fcfePs,

        @Column(comment = "Net profit margin on sales, percent.") @Nullable
        Double netprofitMargin,

        @Column(comment = "Gross profit margin on sales, percent.") @Nullable
        Double grossprofitMargin,

        @Column(comment = "Cost of sales ratio: cost of goods sold / sales.") @Nullable
        Double cogsOfSales,

        @Column(comment = "Period expense ratio: selling, administrative and financial expenses / sales.") @Nullable
        Double expenseOfSales,

        @Column(comment = "Net profit / total operating revenue.") @Nullable
        Double profitToGr,

        @Column(comment = "Selling expenses / total operating revenue.") @Nullable
        Double saleexpToGr,

        @Column(comment = "Administrative expenses / total operating revenue.") @Nullable
        Double adminexpOfGr,

        @Column(comment = "Financial expenses / total operating revenue.") @Nullable
        Double finaexpOfGr,

        @Column(comment = "Asset impairment losses / total operating revenue.") @Nullable
        Double impaiTtm,

        @Column(comment = "Total operating costs / total operating revenue.") @Nullable
        Double gcOfGr,

        @Column(comment = "Operating profit / total operating revenue.") @Nullable
        Double opOfGr,

        @Column(comment = "Earnings before interest and taxes / total operating revenue.") @Nullable
        Double ebitOfGr,

        @Column(comment = "Return on equity, percent.") @Nullable
        Double roe,

        @Column(comment = "Return on weighted average equity, percent.") @Nullable
        Double roeWaa,

        @Column(comment = "Return on equity after deducting non-recurring gains and losses, percent.") @Nullable
        Double roeDt,

        @Column(comment = "Return on total assets, percent.") @Nullable
        Double roa,

        @Column(comment = "Net profit on total assets.") @Nullable
        Double npta,

        @Column(comment = "Return on invested capital.") @Nullable
        Double roic,

        @Column(comment = "Annualised return on equity, percent.") @Nullable
        Double roeYearly,

        @Column(comment = "Annualised return on total assets, percent.") @Nullable
        Double roa2Yearly,

        @Column(comment = "Return on average equity, percent.") @Nullable
        Double roeAvg,

        @Column(comment = "Net income from operating activities / profit before tax.") @Nullable
        Double opincomeOfEbt,

        @Column(comment = "Net income from changes in value / profit before tax.") @Nullable
        Double investincomeOfEbt,

        @Column(comment = "Net non-operating income and expenses / profit before tax.") @Nullable
        Double nOpProfitOfEbt,

        @Column(comment = "Income tax / profit before tax.") @Nullable
        Double taxToEbt,

        @Column(comment = "Net profit after deducting non-recurring gains and losses / net profit.") @Nullable
        Double dtprofitToProfit,

        @Column(comment = "Cash received from selling goods and providing services / operating revenue.") @Nullable
        Double salescashToOr,

        @Column(comment = "Net cash flow from operating activities / operating revenue.") @Nullable
        Double ocfToOr,

        @Column(comment = "Net cash flow from operating activities / net income from operating activities.") @Nullable
        Double ocfToOpincome,

        @Column(comment = "Capital expenditure / depreciation and amortisation.") @Nullable
        Double capitalizedToDa,

        @Column(comment = "Debt-to-assets ratio: total liabilities / total assets, percent.") @Nullable
        Double debtToAssets,

        @Column(comment = "Equity multiplier: total assets / equity.") @Nullable
        Double assetsToEqt,

        @Column(comment = "Equity multiplier as the DuPont analysis uses it.") @Nullable
        Double dpAssetsToEqt,

        @Column(comment = "Current assets / total assets.") @Nullable
        Double caToAssets,

        @Column(comment = "Non-current assets / total assets.") @Nullable
        Double ncaToAssets,

        @Column(comment = "Tangible assets / total assets.") @Nullable
        Double tbassetsToTotalassets,

        @Column(comment = "Interest-bearing debt / total invested capital.") @Nullable
        Double intToTalcap,

        @Column(comment = "Equity attributable to the shareholders of the parent company / total invested capital.")
        @Nullable
        Double eqtToTalcapital,

        @Column(comment = "Current liabilities / total liabilities.") @Nullable
        Double currentdebtToDebt,

        @Column(comment = "Non-current liabilities / total liabilities.") @Nullable
        Double longdebToDebt,

        @Column(comment = "Net cash flow from operating activities / current liabilities.") @Nullable
        Double ocfToShortdebt,

        @Column(comment = "Debt-to-equity ratio: total liabilities / equity.") @Nullable
        Double debtToEqt,

        @Column(length = 20, comment = "Data provider that the row comes from.") @Nullable
        String source) {}
