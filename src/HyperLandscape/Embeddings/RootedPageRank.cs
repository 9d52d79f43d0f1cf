using HyperLandscape.Numerics;

namespace HyperLandscape.Embeddings;

/// <summary>
/// The probability that a walk from one vertex ends in another, if it goes on with probability alpha at every step, to
/// each better neighbour alike, S = (1 - alpha) (I - alpha P)^-1 with P = diag(1 / better neighbours) A. A walk that
/// would go on from a local optimum is lost, so that rows of S sum to at most 1.
/// </summary>
public sealed record RootedPageRank : Proximity
{
    /// <summary>The probability to go on, in (0, 1); 0.85 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in (0, 1).</exception>
    public double Alpha
    {
        get;
        init => field = value is > 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The probability to go on of rooted PageRank must lie between 0 and 1.");
    } = 0.85;

    internal override ProximityMatrix Of(ImprovingArcs arcs) => new Walks(arcs, Alpha);

    private sealed class Walks : ProximityMatrix
    {
        private readonly double stop;
        private readonly double[] weights;

        public Walks(ImprovingArcs arcs, double alpha)
            : base(arcs)
        {
            stop = 1 - alpha;
            weights = [.. arcs.OutDegrees().Select(degree => alpha / Math.Max(1, degree))];
        }

        public override void Apply<T>(Panel<T> x, Panel<T> y, Panel<T> scratch, bool transposed)
        {
            x.Values.CopyTo(y.Values);
            Arcs.Solve(y, weights, transposed);
            Scale(y, stop);
        }

        public override double SquaredNorm() => SquaredNormByColumns();
    }
}
