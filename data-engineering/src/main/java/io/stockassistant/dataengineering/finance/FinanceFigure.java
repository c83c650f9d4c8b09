package io.stockassistant.dataengineering.finance;

/** The indicators that a finance report can have, named as the provider names them. Amounts are in CNY. */
public enum FinanceFigure {
    /** Basic earnings per share. */
    EPS,
    /** Diluted earnings per share. */
    DT_EPS,
    /** Total operating revenue per share. */
    TOTAL_REVENUE_PS,
    /** Operating revenue per share. */
    REVENUE_PS,
    /** Capital reserve per share. */
    CAPITAL_RESE_PS,
    /** Surplus reserve per share. */
    SURPLUS_RESE_PS,
    /** Undistributed profit per share. */
    UNDIST_PROFIT_PS,
    /** Non-recurring gains and losses. */
    EXTRA_ITEM,
    /** Net profit after deducting non-recurring gains and losses. */
    PROFIT_DEDT,
    /** Gross margin, as the provider reports it under this name; the margin on sales in percent is grossprofit_margin. */
    GROSS_MARGIN,
    /** Current ratio: current assets / current liabilities. */
    CURRENT_RATIO,
    /** Quick ratio: current assets without inventories / current liabilities. */
    QUICK_RATIO,
    /** Conservative quick ratio. */
    CASH_RATIO,
    /** Inventory turnover, times in the period. */
    INV_TURN,
    /** Accounts receivable turnover, times in the period. */
    AR_TURN,
    /** Current assets turnover, times in the period. */
    CA_TURN,
    /** Fixed assets turnover, times in the period. */
    FA_TURN,
    /** Total assets turnover, times in the period. */
    ASSETS_TURN,
    /** Inventory turnover, days. */
    INVTURN_DAYS,
    /** Accounts receivable turnover, days. */
    ARTURN_DAYS,
    /** Net income from operating activities. */
    OP_INCOME,
    /** Net income from changes in value. */
    VALUECHANGE_INCOME,
    /** Interest expense. The name is spelled as the provider spells it. */
    INTERST_INCOME,
    /** Depreciation and amortisation. */
    DAA,
    /** Earnings before interest and taxes. */
    EBIT,
    /** Earnings before interest, taxes, depreciation and amortisation. */
    EBITDA,
    /** Free cash flow to the firm. */
    FCFF,
    /** Free cash flow to equity. */
    FCFE,
    /** Non-interest-bearing current liabilities. */
    CURRENT_EXINT,
    /** Non-interest-bearing non-current liabilities. */
    NONCURRENT_EXINT,
    /** Interest-bearing debt. */
    INTERESTDEBT,
    /** Net debt. */
    NETDEBT,
    /** Tangible assets. */
    TANGIBLE_ASSET,
    /** Working capital. */
    WORKING_CAPITAL,
    /** Operating working capital. */
    NETWORKING_CAPITAL,
    /** Total invested capital. */
    INVEST_CAPITAL,
    /** Retained earnings. */
    RETAINED_EARNINGS,
    /** Earnings per share diluted on the number of shares at the end of the period. */
    DILUTED2_EPS,
    /** Net assets (book value) per share. */
    BPS,
    /** Net cash flow from operating activities per share. */
    OCFPS,
    /** Retained earnings per share. */
    RETAINEDPS,
    /** Net cash flow per share. */
    CFPS,
    /** Earnings before interest and taxes per share. */
    EBIT_PS,
    /** Free cash flow to the firm per share. */
    FCFF_PS,
    /** Free cash flow to equity per share. */
    FCFE_PS,
    /** Net profit margin on sales, percent. */
    NETPROFIT_MARGIN,
    /** Gross profit margin on sales, percent. */
    GROSSPROFIT_MARGIN,
    /** Cost of sales ratio: cost of goods sold / sales. */
    COGS_OF_SALES,
    /** Period expense ratio: selling, administrative and financial expenses / sales. */
    EXPENSE_OF_SALES,
    /** Net profit / total operating revenue. */
    PROFIT_TO_GR,
    /** Selling expenses / total operating revenue. */
    SALEEXP_TO_GR,
    /** Administrative expenses / total operating revenue. */
    ADMINEXP_OF_GR,
    /** Financial expenses / total operating revenue. */
    FINAEXP_OF_GR,
    /** Asset impairment losses / total operating revenue. */
    IMPAI_TTM,
    /** Total operating costs / total operating revenue. */
    GC_OF_GR,
    /** Operating profit / total operating revenue. */
    OP_OF_GR,
    /** Earnings before interest and taxes / total operating revenue. */
    EBIT_OF_GR,
    /** Return on equity, percent. */
    ROE,
    /** Return on weighted average equity, percent. */
    ROE_WAA,
    /** Return on equity after deducting non-recurring gains and losses, percent. */
    ROE_DT,
    /** Return on total assets, percent. */
    ROA,
    /** Net profit on total assets. */
    NPTA,
    /** Return on invested capital. */
    ROIC,
    /** Annualised return on equity, percent. */
    ROE_YEARLY,
    /** Annualised return on total assets, percent. */
    ROA2_YEARLY,
    /** Return on average equity, percent. */
    ROE_AVG,
    /** Net income from operating activities / profit before tax. */
    OPINCOME_OF_EBT,
    /** Net income from changes in value / profit before tax. */
    INVESTINCOME_OF_EBT,
    /** Net non-operating income and expenses / profit before tax. */
    N_OP_PROFIT_OF_EBT,
    /** Income tax / profit before tax. */
    TAX_TO_EBT,
    /** Net profit after deducting non-recurring gains and losses / net profit. */
    DTPROFIT_TO_PROFIT,
    /** Cash received from selling goods and providing services / operating revenue. */
    SALESCASH_TO_OR,
    /** Net cash flow from operating activities / operating revenue. */
    OCF_TO_OR,
    /** Net cash flow from operating activities / net income from operating activities. */
    OCF_TO_OPINCOME,
    /** Capital expenditure / depreciation and amortisation. */
    CAPITALIZED_TO_DA,
    /** Debt-to-assets ratio: total liabilities / total assets, percent. */
    DEBT_TO_ASSETS,
    /** Equity multiplier: total assets / equity. */
    ASSETS_TO_EQT,
    /** Equity multiplier as the DuPont analysis uses it. */
    DP_ASSETS_TO_EQT,
    /** Current assets / total assets. */
    CA_TO_ASSETS,
    /** Non-current assets / total assets. */
    NCA_TO_ASSETS,
    /** Tangible assets / total assets. */
    TBASSETS_TO_TOTALASSETS,
    /** Interest-bearing debt / total invested capital. */
    INT_TO_TALCAP,
    /** Equity attributable to the shareholders of the parent company / total invested capital. */
    EQT_TO_TALCAPITAL,
    /** Current liabilities / total liabilities. */
    CURRENTDEBT_TO_DEBT,
    /** Non-current liabilities / total liabilities. */
    LONGDEB_TO_DEBT,
    /** Net cash flow from operating activities / current liabilities. */
    OCF_TO_SHORTDEBT,
    /** Debt-to-equity ratio: total liabilities / equity. */
    DEBT_TO_EQT
}
