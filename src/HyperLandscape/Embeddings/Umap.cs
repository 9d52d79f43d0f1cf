using System.Globalization;
using System.Numerics.Tensors;
using HyperLandscape.Numerics;

namespace HyperLandscape.Embeddings;

/// <summary>
/// Uniform manifold approximation and projection: a map of two or three dimensions in which points lie near each other
/// that were neighbours before. The nearest neighbours of every point become a fuzzy set of edges; the map starts from
/// the edges' own spectrum; then edges pull and random others push, for a number of epochs.
/// </summary>
/// <remarks>
/// <see cref="Reduce"/> takes its neighbours from the coordinates of an embedding. As an embedder, <see cref="Embed"/>
/// takes the landscape's own graph: every edge has full membership, and <see cref="Neighbors"/>, <see cref="Distance"/>,
/// <see cref="LocalConnectivity"/> and <see cref="SetOperationMix"/> do not matter. The same input and seed give the same
/// bits on any number of threads and with vectors of any width. Up to 4,096 points nearest neighbours are exact, beyond
/// it nearly all of them are found (0.999 on the landscapes measured, 0.95 where neighbours say little). Computed in
/// single precision. Memory O(n (Neighbors + dimensions)); time O(n Epochs Neighbors). Source: McInnes, Healy and
/// Melville, arXiv 1802.03426; defaults as in umap-learn. Huang and Li (arXiv 2311.14014) draw landscapes with 15
/// neighbours, 500 epochs and a minimum distance of 1.
/// </remarks>
public sealed record Umap : IReducer, IEmbedder
{
    private const int ManyPoints = 10_000;
    private const int EpochsOfFew = 500;
    private const int EpochsOfMany = 200;
    private const double ShareOfNeighbors = 0.1; // of the progress

    /// <summary>
    /// How many points are near one, itself included, at least 2; 15 by default. Fewer show fine structure, more the
    /// whole. If there are fewer points, all of them.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 2.</exception>
    public int Neighbors { get; init => field = AtLeast(value, 2); } = 15;

    /// <summary>Dimensions of the map, 2 or 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Neither 2 nor 3.</exception>
    public int Dimensions
    {
        get;
        init => field = value is 2 or 3 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A map has 2 or 3 dimensions.");
    } = 2;

    /// <summary>
    /// How near neighbours lie in the map, from 0 to 3 <see cref="Spread"/>; 0.1 by default. Less shows clusters, more an
    /// even spread. More than 3 <see cref="Spread"/> is refused when a map is made, as only then both are known.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public double MinDist { get; init => field = NotNegative(value); } = 0.1;

    /// <summary>The scale of the map, positive; 1 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive and finite.</exception>
    public double Spread { get; init => field = Positive(value); } = 1;

    /// <summary>How far apart two rows of coordinates are; Euclidean by default.</summary>
    public PointDistance Distance { get; init; } = PointDistance.Euclidean;

    /// <summary>Whether an edge takes both directions: 1, the default, if either suffices (fuzzy union), 0 if both are needed (intersection).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in [0, 1].</exception>
    public double SetOperationMix
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The mix of union (1) and intersection (0) lies in [0, 1].");
    } = 1;

    /// <summary>How many neighbours of a point are certain, positive; 1 by default. Fractions interpolate.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive and finite.</exception>
    public double LocalConnectivity { get; init => field = Positive(value); } = 1;

    /// <summary>Weight of pushes against pulls; 1 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public double RepulsionStrength { get; init => field = NotNegative(value); } = 1;

    /// <summary>Pushes per pull; 5 by default. They are sampled 32 at a time and weighted to this number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int NegativeSampleRate { get; init => field = AtLeast(value, 0); } = 5;

    /// <summary>Length of the first steps, positive; 1 by default. It falls to zero, in equal steps up to 140 epochs and faster at first with more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive and finite.</exception>
    public double LearningRate { get; init => field = Positive(value); } = 1;

    /// <summary>Rounds of steps; null, the default, is 500 up to 10,000 points and 200 beyond.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int? Epochs { get; init => field = value is null ? null : AtLeast(value.Value, 1); }

    /// <summary>Where the points are at first; <see cref="UmapStart.Spectral"/> by default.</summary>
    public UmapStart Start { get; init; } = UmapStart.Spectral;

    /// <summary>Of all random choices; 0 by default.</summary>
    public int Seed { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The distance is that of the grid, and the embedding belongs to no landscape.</exception>
    /// <exception cref="InvalidOperationException"><see cref="MinDist"/> is more than 3 <see cref="Spread"/>.</exception>
    public Embedding Reduce(Embedding embedding)
    {
        UmapCurve curve = FitCurve();
        FuzzyGraph graph = WorkProgress.Part(0, ShareOfNeighbors, () => NeighborsOf(embedding));
        return WorkProgress.Part(ShareOfNeighbors, 1, () => Map(graph, embedding, curve));
    }

    /// <summary>A map of a landscape's own graph, in which every edge is a pair of neighbours.</summary>
    /// <exception cref="InvalidOperationException"><see cref="MinDist"/> is more than 3 <see cref="Spread"/>.</exception>
    public Embedding Embed(Landscape landscape)
    {
        UmapCurve curve = FitCurve();
        return Map(FuzzyGraph.Of(landscape.Graph), new GridCoordinates().Embed(landscape), curve);
    }

    /// <summary>
    /// Places new points on a map without moving those that are there: each starts at the mean of its neighbours,
    /// weighted by membership, and is then optimized for a third of the epochs at a quarter of the learning rate.
    /// O(new points * points), exact nearest neighbours.
    /// </summary>
    /// <param name="embedding">The coordinates that were reduced.</param>
    /// <param name="map">What they were reduced to.</param>
    /// <param name="points">The coordinates of new points.</param>
    /// <param name="options">Number of threads and cancellation; the coordinates do not depend on the number of threads.</param>
    /// <param name="progress">Told the share of the work that is done, 0 to 1.</param>
    /// <exception cref="ArgumentException">The numbers of rows or of dimensions do not fit, or the distance is that of the grid.</exception>
    /// <exception cref="InvalidOperationException"><see cref="MinDist"/> is more than 3 <see cref="Spread"/>.</exception>
    /// <exception cref="OperationCanceledException">The work was canceled.</exception>
    public Embedding Transform(Embedding embedding, Embedding map, Embedding points, ParallelOptions? options = null, IProgress<double>? progress = null)
    {
        if (map.Count != embedding.Count || map.Dimensions != Dimensions)
            throw new ArgumentException($"The map has {map.Count} rows of {map.Dimensions} coordinates; it must be what the embedding of {embedding.Count} rows was reduced to, of {Dimensions} coordinates.", nameof(map));
        if (points.Dimensions != embedding.Dimensions)
            throw new ArgumentException($"The new points have {points.Dimensions} coordinates and the embedding {embedding.Dimensions}; give the same.", nameof(points));
        if (Distance == PointDistance.Grid)
            throw new ArgumentException("New points have no place in the landscape's grid; use another distance.", nameof(points));
        UmapCurve curve = FitCurve();
        return Workers.With(options, () => WorkProgress.With(progress, () =>
        {
            double[] center = Center(embedding);
            using PointRows queries = PointRows.Of(points, Distance, center);
            using PointRows rows = PointRows.Of(embedding, Distance, center);
            NeighborTable neighbors = NeighborSearch.Exact(queries, rows, Math.Min(Neighbors, embedding.Count));
            return WorkProgress.Part(ShareOfNeighbors, 1, () => MapTransform.Place(neighbors, map, points, this, curve, EpochsFor(points.Count)));
        }));
    }

    /// <summary>Similarity by distance in the map.</summary>
    internal UmapCurve FitCurve() => MinDist <= 3 * Spread
        ? UmapCurve.Fit(MinDist, Spread)
        : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The minimum distance {MinDist} is more than 3 times the spread {Spread}; reduce MinDist or increase Spread."));

    /// <summary>The fuzzy set of edges between the rows of an embedding.</summary>
    internal FuzzyGraph NeighborsOf(Embedding embedding)
    {
        if (embedding.Count == 1)
            return FuzzyGraph.Empty(1);
        using PointRows rows = PointRows.Of(embedding, Distance, Center(embedding));
        NeighborTable neighbors = NeighborSearch.Of(rows, Math.Min(Neighbors, embedding.Count) - 1, embedding.Landscape?.Graph, Seed);
        return FuzzyGraph.Of(neighbors, LocalConnectivity, SetOperationMix);
    }

    /// <summary>The map of a fuzzy set of edges between the rows of an embedding.</summary>
    internal Embedding Map(FuzzyGraph graph, Embedding coordinates, UmapCurve curve)
    {
        // The start is short and may consist of many parts, each with a spectrum that would report from 0 to 1.
        float[][] positions = WorkProgress.With(null, () => StartPositions.Of(graph, coordinates, Start, Dimensions, Seed));
        int epochs = EpochsFor(graph.Count);
        var layout = new MapLayout(graph, curve, epochs, NegativeSampleRate, RepulsionStrength, Seed);
        layout.Run(positions, epochs, LearningRate);
        return ToEmbedding(coordinates.Landscape, positions);
    }

    /// <summary>Coordinates, an array each, as an embedding.</summary>
    internal static Embedding ToEmbedding(Landscape? landscape, float[][] positions)
    {
        var coordinates = new double[positions.Length * positions[0].Length];
        for (int i = 0; i < coordinates.Length; i++)
            coordinates[i] = positions[i % positions.Length][i / positions.Length];
        return landscape is null ? new Embedding(positions.Length, coordinates) : new Embedding(landscape, positions.Length, coordinates);
    }

    private int EpochsFor(int points) => Epochs ?? (points <= ManyPoints ? EpochsOfFew : EpochsOfMany);

    private static double[] Center(Embedding embedding)
    {
        var center = new double[embedding.Dimensions];
        for (int row = 0; row < embedding.Count; row++)
            TensorPrimitives.Add(center, embedding[row], center);
        TensorPrimitives.Divide(center, embedding.Count, center);
        return center;
    }

    private static int AtLeast(int value, int least) => value >= least
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"Give at least {least}.");

    private static double NotNegative(double value) => value >= 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "Give a finite number that is not negative.");

    private static double Positive(double value) => value > 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "Give a finite positive number.");
}
