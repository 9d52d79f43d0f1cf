using HyperLandscape.Numerics;

namespace HyperLandscape.Embeddings;

/// <summary>
/// The number of improving paths of any length, a path of m steps weighted by beta^m, S = (I - beta A)^-1 beta A.
/// Improving arcs form no cycle, so the sum is finite for every beta.
/// </summary>
public sealed record Katz : Proximity
{
    private const double DefaultShare = 0.5;

    /// <summary>The weight per step, positive; null, the default, is 0.5 / the largest singular value of A.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive and finite.</exception>
    public double? Beta
    {
        get;
        init => field = value is null || (value > 0 && double.IsFinite(value.Value))
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The weight per step of Katz proximity must be positive and finite.");
    }

    internal override ProximityMatrix Of(ImprovingArcs arcs) => new WeightedWalks(arcs, Beta ?? DefaultBeta(arcs));

    private static double DefaultBeta(ImprovingArcs arcs)
    {
        using TruncatedSvd svd = TruncatedSvd.Of(new Adjacency(arcs), 1);
        double norm = svd.Values[0];
        return norm > 0 ? DefaultShare / norm : DefaultShare;
    }

    /// <summary>A itself.</summary>
    private sealed class Adjacency(ImprovingArcs arcs) : ProximityMatrix(arcs)
    {
        public override void Apply<T>(Panel<T> x, Panel<T> y, Panel<T> scratch, bool transposed) => Arcs.Multiply(x, y, T.Zero, transposed);

        public override double SquaredNorm() => Arcs.OutDegrees().Sum();
    }

    private sealed class WeightedWalks : ProximityMatrix
    {
        private readonly double[] weights;

        public WeightedWalks(ImprovingArcs arcs, double beta)
            : base(arcs)
        {
            weights = new double[arcs.Count];
            Array.Fill(weights, beta);
        }

        public override void Apply<T>(Panel<T> x, Panel<T> y, Panel<T> scratch, bool transposed)
        {
            if (!transposed)
            {
                Arcs.Multiply(x, y, T.Zero, false);
                Scale(y, weights);
                Arcs.Solve(y, weights, false);
                return;
            }

            x.Values.CopyTo(scratch.Values);
            Arcs.Solve(scratch, weights, true);
            Arcs.Multiply(scratch, y, T.Zero, true);
            Scale(y, weights);
        }

        public override double SquaredNorm() => SquaredNormByColumns();
    }
}
