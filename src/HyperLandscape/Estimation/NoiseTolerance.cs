using HyperLandscape.Graphs;

namespace HyperLandscape.Estimation;

/// <summary>
/// The tolerance below which two configurations cannot be told apart, from repeated runs: if both are equally good, their
/// fitness differs by no more than that with probability <see cref="Confidence"/>. It is a quantile of Student's t times
/// the standard error of a difference (Fisher's least significant difference), for one pair named beforehand: among all
/// neighbours of a landscape, one pair in twenty that is equal still seems to differ.
/// </summary>
/// <remarks>
/// The noise is taken to be normal and equally large everywhere; where it is not, the tolerance is too small for the noisy
/// configurations and too large for the others. O(configurations * runs). The tolerance goes into
/// <see cref="Landscape"/>, <c>MeanNeutrality</c> and everything else that takes a <see cref="Tolerance"/>.
/// </remarks>
public sealed record NoiseTolerance
{
    private readonly double confidence = 0.95;

    /// <summary>How often two equally good configurations are to be within the tolerance, in (0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not in (0, 1).</exception>
    public double Confidence
    {
        get => confidence;
        init => confidence = value > 0 && value < 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Confidence is a share larger than 0 and smaller than 1.");
    }

    /// <summary>
    /// Whether the repeats are the folds of one cross-validation. Their training rows overlap, so their mean varies more
    /// than that of independent runs: 1 / k + 1 / (k - 1) takes the place of 1 / k (Nadeau and Bengio 2003).
    /// </summary>
    public bool Folds { get; init; }

    /// <summary>
    /// From runs whose noise has nothing in common between configurations (each with seeds of its own):
    /// sqrt(2) times the root mean square of <see cref="Landscape.StandardErrors"/>. Seeds or folds that all
    /// configurations share move them together; this counts such shared luck as noise, so that the tolerance is too large.
    /// The number of runs is not known here; one degree of freedom is counted per configuration, which is the least.
    /// </summary>
    /// <exception cref="InvalidOperationException">No configuration was run repeatedly.</exception>
    /// <exception cref="ArgumentException"><see cref="Folds"/> is set: the number of folds is not known.</exception>
    public NoiseEstimate Of(Landscape landscape)
    {
        if (Folds)
            throw new ArgumentException("How many folds there were is not known from standard errors; give the landscapes of the folds instead.", nameof(landscape));
        double error = Math.Sqrt(2) * FitnessSpread.PooledStandardError(landscape.StandardErrors);
        int repeated = 0;
        foreach (double standardError in landscape.StandardErrors)
            repeated += double.IsNaN(standardError) ? 0 : 1;
        return Of(error, repeated);
    }

    /// <summary>
    /// From runs that share their noise between configurations: one landscape per seed or fold, each over all
    /// configurations. The luck of a seed or fold, which all configurations share, is no noise of a difference and is taken out: what is left is
    /// f(i, s) - mean of i - mean of s + mean of all. The tolerance is one for means over all the repeats.
    /// </summary>
    /// <param name="repeats">At least two landscapes, with the same configurations and objective.</param>
    /// <exception cref="ArgumentException">There are fewer than two repeats or configurations, or they differ in configurations or objective.</exception>
    public NoiseEstimate Of(IReadOnlyList<Landscape> repeats)
    {
        if (repeats.Count < 2 || repeats[0].Count < 2)
            throw new ArgumentException("Noise is told from at least two repeats of at least two configurations.", nameof(repeats));
        NeighborhoodGraph graph = repeats[0].Graph;
        int other = repeats.Index().FirstOrDefault(repeat => !repeat.Item.Graph.HasSameConfigurations(graph) || repeat.Item.Objective != repeats[0].Objective).Index;
        if (other > 0)
            throw new ArgumentException($"Repeat {other} has not the configurations and the objective of repeat 0. Where runs failed, leave out their configurations in all repeats.", nameof(repeats));

        double k = repeats.Count;
        double freedom = (graph.VertexCount - 1) * (k - 1);
        double variance = Residuals(repeats) / freedom;
        return Of(Math.Sqrt(2 * variance * ((1 / k) + (Folds ? 1 / (k - 1) : 0))), freedom);
    }

    private NoiseEstimate Of(double error, double freedom) =>
        new(Tolerance.Absolute(SamplingError.Quantile(freedom, confidence) * error), error, freedom);

    /// <summary>The sum of squares that neither configurations nor repeats explain.</summary>
    private static double Residuals(IReadOnlyList<Landscape> repeats)
    {
        int count = repeats[0].Count;
        var configurations = new double[count];
        var means = new double[repeats.Count];
        for (int repeat = 0; repeat < means.Length; repeat++)
        {
            ReadOnlySpan<double> fitness = repeats[repeat].Fitness;
            for (int vertex = 0; vertex < count; vertex++)
            {
                configurations[vertex] += fitness[vertex] / repeats.Count;
                means[repeat] += fitness[vertex] / count;
            }
        }

        double mean = means.Average();
        double squares = 0;
        for (int repeat = 0; repeat < means.Length; repeat++)
        {
            ReadOnlySpan<double> fitness = repeats[repeat].Fitness;
            for (int vertex = 0; vertex < count; vertex++)
            {
                double residual = fitness[vertex] - configurations[vertex] - (means[repeat] - mean);
                squares += residual * residual;
            }
        }

        return squares;
    }
}
