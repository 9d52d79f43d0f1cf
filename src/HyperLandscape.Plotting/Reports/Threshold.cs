namespace HyperLandscape.Plotting.Reports;

/// <summary>From which values the report uses which words. What is between the two has the middle one.</summary>
internal sealed record Threshold(string Name, string Quantity, double Low, double High, string LowWord, string MiddleWord, string HighWord)
{
    public static Threshold Smoothness { get; } = new("Smoothness", "autocorrelation", 0.4, 0.7, "rugged", "moderately smooth", "smooth");

    public static Threshold Neutrality { get; } = new("Neutrality", "mean neutrality", 0.2, 0.5, "hardly neutral", "partly neutral", "largely neutral");

    public static Threshold Alike { get; } = new("Likeness of rankings", "Spearman correlation of ranks", 0.4, 0.8, "hardly alike", "partly alike", "alike");

    public static Threshold Guidance { get; } = new("Guidance by distance", "fitness distance correlation", 0.15, 0.5, "does not guide", "weakly guides", "guides");

    public static Threshold Access { get; } = new("Access to the global optimum", "global optimum accessibility", 0.2, 0.8, "few", "some", "most");

    public static Threshold Additivity { get; } = new("Additivity", "share of variance that single hyperparameters explain", 0.5, 0.8, "ruled by interactions", "partly additive", "nearly additive");

    public static Threshold Trust { get; } = new("Trust in a map", "graph trust", 0.85, 0.95, "a loose picture", "a fair picture", "a faithful picture");

    public static IReadOnlyList<Threshold> All { get; } = [Smoothness, Neutrality, Alike, Guidance, Access, Additivity, Trust];

    /// <summary>The word for a value.</summary>
    public string Word(double value) => value >= High ? HighWord : value >= Low ? MiddleWord : LowWord;

    /// <summary>The bounds, for a sentence in brackets.</summary>
    public string Bounds => $"“{HighWord}” from {Format.Short(High)}, “{LowWord}” below {Format.Short(Low)}";
}
