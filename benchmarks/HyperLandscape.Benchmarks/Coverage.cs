using System.Globalization;
using HyperLandscape.Estimation;

namespace HyperLandscape.Benchmarks;

/// <summary>How often intervals were given, how often they held the true value, and how wide they were.</summary>
internal sealed class Coverage
{
    private int samples;
    private int given;
    private int held;
    private double lower;
    private double upper;

    /// <summary>The mean upper end.</summary>
    public double Upper => upper / given;

    /// <summary>The mean lower end.</summary>
    public double Lower => lower / given;

    /// <summary>The share of the given intervals that held the true value; NaN if fewer than one in ten samples gave one.</summary>
    public double Held => given * 10 < samples ? double.NaN : held / (double)given;

    public void Add(MetricEstimate estimate, double truth)
    {
        samples++;
        if (double.IsNaN(estimate.Lower))
            return;
        given++;
        held += estimate.Lower <= truth && truth <= estimate.Upper ? 1 : 0;
        lower += estimate.Lower;
        upper += estimate.Upper;
    }

    public void Add(Coverage other)
    {
        samples += other.samples;
        given += other.given;
        held += other.held;
        lower += other.lower;
        upper += other.upper;
    }

    /// <summary>For example <c>91 (0.08)</c>: percent held, mean width; and in how many percent of the samples it was given, unless in all. "-" if in less than one in ten.</summary>
    public override string ToString()
    {
        if (double.IsNaN(Held))
            return "-";
        string often = given < samples ? string.Create(CultureInfo.InvariantCulture, $" in {100.0 * given / samples:F0} %") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{100 * Held:F0} ({Upper - Lower:F2}){often}");
    }
}
