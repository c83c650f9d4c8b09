-- Removes the table of language model configurations, with its rows.

DROP TABLE llm_configs;
