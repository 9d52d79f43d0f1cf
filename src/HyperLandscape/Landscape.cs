using System.Globalization;
using System.Numerics.Tensors;
using HyperLandscape.Graphs;
using HyperLandscape.Numerics;
using HyperLandscape.Spaces;

namespace HyperLandscape;

/// <summary>
/// A fitness landscape: the triple of search space, neighbourhood and fitness (X, N, f), over the configurations whose
/// fitness is known. Vertices are 0 to <see cref="Count"/> - 1 in ascending order of their cells; every span that this
/// class returns is in that order. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// Facts that follow from the triple (arcs, optima, basins, ranks) are computed once, on first use, and kept; each
/// property says at what cost. "Better" means a smaller fitness if the objective is to minimize and a larger one if it
/// is to maximize; maximizing f and minimizing -f give identical facts. Source: Huang and Li, arXiv 2311.14014.
/// </remarks>
public sealed partial class Landscape
{
    private readonly ReadOnlyMemory<double> fitness;
    private readonly ReadOnlyMemory<double> loss;
    private readonly double[] standardErrors;
    private readonly long[] failedCells;
    private readonly int[] runCounts;

    /// <summary>Creates a landscape over a graph that may be shared with others.</summary>
    /// <param name="graph">The search space, the sampled configurations and their neighbourhood.</param>
    /// <param name="fitness">One finite value per vertex; copied.</param>
    /// <param name="objective">Which fitness is better.</param>
    /// <param name="tolerance">Up to which difference neighbours are neutral; by default only exact ties are.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a value is not finite.</exception>
    public Landscape(NeighborhoodGraph graph, ReadOnlySpan<double> fitness, Objective objective = Objective.Minimize, Tolerance tolerance = default)
        : this(graph, fitness.ToArray(), objective, tolerance, [], [])
    {
    }

    internal Landscape(NeighborhoodGraph graph, ReadOnlyMemory<double> fitness, Objective objective, Tolerance tolerance, double[] standardErrors, long[] failedCells, int[]? runCounts = null)
    {
        if (fitness.Length != graph.VertexCount)
            throw new ArgumentException($"{fitness.Length} fitness values were given for {graph.VertexCount} configurations; give one each.", nameof(fitness));
        RequireFinite(graph, fitness.Span);

        Graph = graph;
        Objective = objective;
        this.fitness = fitness;
        loss = objective == Objective.Minimize ? fitness : Negated(fitness.Span);
        this.standardErrors = standardErrors;
        this.failedCells = failedCells;
        this.runCounts = runCounts ?? [];
        Tolerance = tolerance.Resolve(fitness.Span, standardErrors);
    }

    /// <summary>The configurations and their neighbourhood.</summary>
    public NeighborhoodGraph Graph { get; }

    /// <summary>The search space.</summary>
    public SearchSpace Space => Graph.Space;

    /// <summary>Which fitness is better.</summary>
    public Objective Objective { get; }

    /// <summary>Up to which difference neighbours are neutral, in units of the fitness; 0 = exact ties only.</summary>
    public double Tolerance { get; }

    /// <summary>Number of configurations with a known fitness, the vertices.</summary>
    public int Count => Graph.VertexCount;

    /// <summary>The fitness of every vertex, as given.</summary>
    public ReadOnlySpan<double> Fitness => fitness.Span;

    /// <summary>
    /// The standard error of every vertex's fitness, from repeated runs: sample standard deviation / sqrt(runs), NaN
    /// where there was only one run. Empty if no configuration occurred twice.
    /// </summary>
    public ReadOnlySpan<double> StandardErrors => standardErrors;

    /// <summary>
    /// How many successful runs the fitness of every vertex was combined from: repeated runs, or the trials in one cell of
    /// a binned space. Empty if no configuration occurred twice.
    /// </summary>
    public ReadOnlySpan<int> RunCounts => runCounts;

    /// <summary>The cells of the failed runs, ascending: configurations without any finite fitness, which are no vertices.</summary>
    public ReadOnlySpan<long> FailedCells => failedCells;

    /// <summary>The configuration of a vertex.</summary>
    public Configuration this[int vertex] => Graph[vertex];

    /// <summary>The fitness with the objective resolved: smaller is better.</summary>
    internal ReadOnlySpan<double> Loss => loss.Span;

    internal ReadOnlyMemory<double> LossMemory => loss;

    /// <summary>Another landscape over the same configurations, sharing the graph.</summary>
    /// <param name="fitness">One finite value per vertex; copied.</param>
    /// <param name="objective">Which fitness is better; as in this landscape if null.</param>
    /// <param name="tolerance">Up to which difference neighbours are neutral; as in this landscape if null.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a value is not finite.</exception>
    public Landscape WithFitness(ReadOnlySpan<double> fitness, Objective? objective = null, Tolerance? tolerance = null) =>
        new(Graph, fitness, objective ?? Objective, tolerance ?? Tolerance);

    /// <summary>For example <c>2,520 configurations of 5 hyperparameters, minimized, complete grid</c>.</summary>
    public override string ToString()
    {
        string tolerance = Tolerance > 0 ? string.Create(CultureInfo.InvariantCulture, $", tolerance {Tolerance:G6}") : "";
        string failed = failedCells.Length > 0 ? $", {Counted.Of(failedCells.Length, "failed run")} kept apart" : "";
        return $"{Counted.Of(Count, "configuration")} of {Counted.Of(Space.Dimension, "hyperparameter")}, {(Objective == Objective.Minimize ? "minimized" : "maximized")}, {Graph.Shape}{tolerance}{failed}";
    }

    private static double[] Negated(ReadOnlySpan<double> values)
    {
        var negated = new double[values.Length];
        TensorPrimitives.Negate(values, negated);
        return negated;
    }

    private static void RequireFinite(NeighborhoodGraph graph, ReadOnlySpan<double> fitness)
    {
        if (TensorPrimitives.IsFiniteAll(fitness))
            return;
        int vertex = 0;
        while (double.IsFinite(fitness[vertex]))
            vertex++;
        throw new ArgumentException($"The fitness of vertex {vertex} ({graph[vertex]}) is {fitness[vertex]}. Failed runs are no vertices: use Landscape.Create, which keeps them apart.", nameof(fitness));
    }
}
