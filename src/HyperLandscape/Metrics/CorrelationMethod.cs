namespace HyperLandscape.Metrics;

/// <summary>How two variables are correlated. All are in [-1, 1], and NaN where a variable does not vary.</summary>
public enum CorrelationMethod
{
    /// <summary>Pearson's, of the values: how linear the relation is.</summary>
    Pearson,

    /// <summary>Spearman's, Pearson's of the ranks: how monotone the relation is; ties get the average of their ranks.</summary>
    Spearman,

    /// <summary>Kendall's tau-b: concordant minus discordant pairs, among pairs untied in either variable (geometric mean).</summary>
    Kendall,
}
