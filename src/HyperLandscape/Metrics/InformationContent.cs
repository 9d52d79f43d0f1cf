using System.Numerics.Tensors;
using System.Runtime.InteropServices;
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
/// walk starts at an isolated vertex. Standard errors are those over the choice of walks, which are independent: the
/// standard deviations over 40 bootstrap samples of as many walks, drawn with replacement by a fixed seed, and so themselves
/// good to about a tenth (a jackknife would be right for smooth values only, which the two thresholds are not). NaN with
/// fewer than two walks. O(steps log steps); standard errors 40 times that, on first use, which is also when the table is
/// printed. Sources: Vassilev, Fogarty and Miller (2000), "Information
/// characteristics and the structure of landscapes"; Munoz, Kirley and Halgamuge (2015), "Exploratory landscape
/// analysis of continuous space optimization problems using information content".
/// </remarks>
public sealed class InformationContent
{
    private const double Settled = 0.05;
    private const int Resamples = 40;
    private const int BootstrapSeed = -1; // apart from those of walks

    private readonly int walkCount;
    private readonly Lazy<double[]> standardErrors;

    private InformationContent(IReadOnlyList<double[]> walks, double maximum, double maximizingSensitivity, double settlingSensitivity, double initialPartialInformation)
    {
        double[][] defined = [.. walks.Where(walk => walk.Length > 0)];
        walkCount = defined.Length;
        standardErrors = new Lazy<double[]>(() => Bootstrap(defined));
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

    /// <summary>Standard error of <see cref="Maximum"/>; see the remarks for all four.</summary>
    public double MaximumStandardError => standardErrors.Value[0];

    /// <summary>Standard error of <see cref="MaximizingSensitivity"/>.</summary>
    public double MaximizingSensitivityStandardError => standardErrors.Value[1];

    /// <summary>Standard error of <see cref="SettlingSensitivity"/>; NaN where that is infinite.</summary>
    public double SettlingSensitivityStandardError => standardErrors.Value[2];

    /// <summary>Standard error of <see cref="InitialPartialInformation"/>.</summary>
    public double InitialPartialInformationStandardError => standardErrors.Value[3];

    /// <summary>The information content of a landscape.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="walks">The walks, 1,000 of 100 configurations if null.</param>
    public static InformationContent Of(Landscape landscape, WalkSample? walks = null) => OfWalks((walks ?? new WalkSample()).LossesOn(landscape));

    /// <summary>An aligned table of the four values with their standard errors; "-" where undefined.</summary>
    public override string ToString()
    {
        var table = new TextTable($"information content (estimated from {Counted.Of(walkCount, "walk")})", "value", "standard error");
        table.Add("maximum", TextTable.Number(Maximum), TextTable.Number(MaximumStandardError));
        table.Add("maximizing sensitivity", TextTable.Number(MaximizingSensitivity), TextTable.Number(MaximizingSensitivityStandardError));
        table.Add("settling sensitivity (log10)", TextTable.Number(SettlingSensitivity), TextTable.Number(SettlingSensitivityStandardError));
        table.Add("initial partial information", TextTable.Number(InitialPartialInformation), TextTable.Number(InitialPartialInformationStandardError));
        return table.ToString();
    }

    internal static InformationContent OfWalks(IReadOnlyList<double[]> walks)
    {
        var symbols = new StepSymbols(walks);
        if (symbols.PairCount == 0)
            return new InformationContent(walks, double.NaN, double.NaN, double.NaN, double.NaN);

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

        return new InformationContent(walks, maximum, maximizing, Math.Log10(settling), partial);
    }

    /// <summary>The standard deviations of the four values over samples of as many walks, drawn with replacement from these.</summary>
    private static double[] Bootstrap(double[][] walks)
    {
        if (walks.Length < 2)
            return [double.NaN, double.NaN, double.NaN, double.NaN];
        var values = new double[4, Resamples];
        Workers.For(Resamples, resample =>
        {
            var random = new RandomStream(BootstrapSeed, resample);
            InformationContent drawn = OfWalks([.. walks.Select(_ => walks[random.Next(walks.Length)])]);
            values[0, resample] = drawn.Maximum;
            values[1, resample] = drawn.MaximizingSensitivity;
            values[2, resample] = drawn.SettlingSensitivity;
            values[3, resample] = drawn.InitialPartialInformation;
        });
        return [.. Enumerable.Range(0, 4).Select(value => TensorPrimitives.StdDev(MemoryMarshal.CreateReadOnlySpan(ref values[value, 0], Resamples)))];
    }
}
