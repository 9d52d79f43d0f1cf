using HyperLandscape.Embeddings;
using HyperLandscape.Graphs;
using HyperLandscape.Metrics;
using HyperLandscape.Similarity;
using HyperLandscape.Spaces;

namespace HyperLandscape.Contracts;

/// <summary>
/// Checks whether an implementation of yours keeps what its interface promises, by asking it about small landscapes: mixed
/// and boolean spaces, complete and sampled, without ties, with many, constant, of one configuration. What cannot
/// be seen there is not checked. Call it from a test of your own; it takes milliseconds for a fast implementation.
/// </summary>
public static class Contract
{
    private const double Rounding = 1e-9;

    /// <summary>
    /// Checks a metric: the same landscape gives the same bits, on several threads as well; maximizing -f is minimizing f;
    /// neither the order of rows nor that of hyperparameters nor that of categories matters (checked without exact ties,
    /// which are broken by cells); a value is finite or NaN, never an exception, and infinite only where two or three
    /// configurations are a perfect case.
    /// </summary>
    /// <param name="metric">The metric.</param>
    /// <param name="space">A space the metric is made for, if it needs certain hyperparameters.</param>
    /// <param name="tolerance">By how much, relative to values above 1, a value may change with the order of hyperparameters and categories, and with -f. A seeded sample is another one then: allow for some of its standard errors.</param>
    /// <exception cref="ContractException">The metric breaks its contract.</exception>
    public static void Check(IMetric metric, SearchSpace? space = null, double tolerance = Rounding)
    {
        var findings = new Findings(metric.Name, metric.GetType());
        new ScalarContract(findings, (a, _) => metric.Measure(a), tolerance).Check(space, compares: false);
        findings.NameIsStable(metric.Name);
        findings.Throw("a metric");
    }

    /// <summary>
    /// Checks a similarity measure as <see cref="Check(IMetric, SearchSpace?, double)"/> does a metric, each landscape by
    /// its own objective; and, if it says that it is symmetric, that it is.
    /// </summary>
    /// <param name="measure">The measure.</param>
    /// <param name="space">A space the measure is made for, if it needs certain hyperparameters.</param>
    /// <param name="tolerance">By how much, relative to values above 1, a value may change with the order of hyperparameters and categories, with -f, and with the order of the landscapes.</param>
    /// <exception cref="ContractException">The measure breaks its contract.</exception>
    public static void Check(ISimilarityMeasure measure, SearchSpace? space = null, double tolerance = Rounding)
    {
        var findings = new Findings(measure.Name, measure.GetType());
        var contract = new ScalarContract(findings, measure.Compare, tolerance);
        contract.Check(space, compares: true);
        if (measure.IsSymmetric)
            contract.CheckSymmetry(space);
        findings.NameIsStable(measure.Name);
        findings.Throw("a similarity measure");
    }

    /// <summary>
    /// Checks a neighborhood: symmetric, never the cell itself, each neighbor once and within the space, no more than the
    /// largest degree, the same answer twice. All cells of a space are asked, or 10,000 of a larger one.
    /// </summary>
    /// <param name="neighborhood">The neighborhood.</param>
    /// <param name="space">A space the neighborhood is made for, if it needs certain hyperparameters.</param>
    /// <exception cref="ContractException">The neighborhood breaks its contract.</exception>
    public static void Check(INeighborhood neighborhood, SearchSpace? space = null)
    {
        var findings = new Findings(neighborhood.GetType().Name, neighborhood.GetType());
        foreach (SearchSpace asked in space is null ? ContractCase.Spaces : [space])
            new NeighborhoodContract(findings, neighborhood, asked).Check();
        findings.Throw("a neighborhood");
    }

    /// <summary>
    /// Checks an embedder: a row per vertex, the embedding knows its landscape, and the same landscape gives the same bits.
    /// </summary>
    /// <param name="embedder">The embedder.</param>
    /// <param name="space">A space the embedder is made for, if it needs certain hyperparameters.</param>
    /// <exception cref="ContractException">The embedder breaks its contract.</exception>
    public static void Check(IEmbedder embedder, SearchSpace? space = null)
    {
        var findings = new Findings(embedder.GetType().Name, embedder.GetType());
        foreach (ContractCase asked in ContractCase.WithoutTies(space))
            new EmbedderContract(findings, embedder, asked).Check();
        findings.Throw("an embedder");
    }
}
