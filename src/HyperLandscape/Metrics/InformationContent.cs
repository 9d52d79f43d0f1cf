using HyperLandscape.Numerics;
using HyperLandscape.Tables;

namespace HyperLandscape.Metrics;

/// <summary>
/// The information content of the fitness along random walks: with a threshold epsilon every step is a rise, a fall or
/// neutral (|difference| &lt;= epsilon), and the entropy of two steps in a row that differ tells how rugged the landscape is
/// at that scale.
/// </summary>
/// <remarks>
/// With p(ab) the share, among all two steps in a row on all walks, of those that are a and then b, H(epsilon) = -sum
/// over a != b of p(ab) log6 p(ab), in [0, 1]. M(epsilon) is the number of steps that are left if neutral ones and
/// repetitions are struck out on every walk, divided by the number of steps. H is a step function that changes at
/// differences which occur; all of them are tried, so that no grid of thresholds matters. Steps go to a neighbor, at
/// distance 1. Unaffected by the objective and <see cref="Landscape.Tolerance"/>. Thresholds are in units of the
/// fitness. Estimated from seeded walks: vertices are visited in proportion to their number of neighbors. NaN if every
/// walk starts at an isolated vertex. O(steps log steps). Sources: Vassilev, Fogarty and Miller (2000), "Information
/// characteristics and the structure of landscapes"; Munoz, Kirley and Halgamuge (2015), "Exploratory landscape
/// analysis of continuous space optimization problems using information content".
/// </remarks>
public sealed class InformationContent
{
    private const double Settled = 0.05;

    private InformationContent(double maximum, double maximizingSensitivity, double settlingSensitivity, double initialPartialInformation)
    {
        Maximum = maximum;
        MaximizingSensitivity = maximizingSensitivity;
        SettlingSensitivity = settlingSensitivity;
        InitialPartialInformation = initialPartialInformation;
    }

    /// <summary>H_max, the largest H(epsilon). In [0, 1]; higher = more rugged.</summary>
    public double Maximum { get; }

    /// <summary>epsilon_max, the smallest threshold at which H is largest, in units of the fitness: the scale on which the landscape is most rugged.</summary>
    public double MaximizingSensitivity { get; }

    /// <summary>
    /// epsilon_s, the decimal logarithm of the smallest threshold with H &lt; 0.05: how large differences must be for the
    /// landscape to look smooth. Negative infinity if it does at threshold 0 already, as where all walks only fall or are flat.
    /// </summary>
    public double SettlingSensitivity { get; }

    /// <summary>M_0 = M(0), how often walks turn between rises and falls. In [0, 1]; 0 = flat, higher = more rugged.</summary>
    public double InitialPartialInformation { get; }

    /// <summary>The information content of a landscape.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="walks">The walks, 1,000 of 100 configurations if null.</param>
    public static InformationContent Of(Landscape landscape, WalkSample? walks = null) => OfWalks((walks ?? new WalkSample()).LossesOn(landscape));

    /// <summary>An aligned table of the four values; "-" where undefined.</summary>
    public override string ToString()
    {
        var table = new TextTable("information content", "value");
        table.Add("maximum", TextTable.Number(Maximum));
        table.Add("maximizing sensitivity", TextTable.Number(MaximizingSensitivity));
        table.Add("settling sensitivity (log10)", TextTable.Number(SettlingSensitivity));
        table.Add("initial partial information", TextTable.Number(InitialPartialInformation));
        return table.ToString();
    }

    internal static InformationContent OfWalks(IReadOnlyList<double[]> walks)
    {
        var symbols = new StepSymbols(walks);
        if (symbols.PairCount == 0)
            return new InformationContent(double.NaN, double.NaN, double.NaN, double.NaN);

        double partial = symbols.PartialInformation();
        double maximum = symbols.Entropy();
        double maximizing = 0;
        double settling = maximum < Settled ? 0 : double.NaN;
        foreach (double threshold in symbols.Neutralize())
        {
            double entropy = symbols.Entropy();
            if (entropy > maximum)
                (maximum, maximizing) = (entropy, threshold);
            if (double.IsNaN(settling) && entropy < Settled)
                settling = threshold;
        }

        return new InformationContent(maximum, maximizing, Math.Log10(settling), partial);
    }
}
