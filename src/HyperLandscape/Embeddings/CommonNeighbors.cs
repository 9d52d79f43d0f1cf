using System.Numerics;
using HyperLandscape.Numerics;

namespace HyperLandscape.Embeddings;

/// <summary>
/// The number of improving paths of two steps, S = A A, or with self-loops of at most two steps, S = (A + I)^2. The
/// latter is what the authors' code computes.
/// </summary>
public sealed record CommonNeighbors : Proximity
{
    /// <summary>Whether every vertex is also one step from itself; true by default.</summary>
    public bool SelfLoops { get; init; } = true;

    internal override ProximityMatrix Of(ImprovingArcs arcs) => new Paths(arcs, SelfLoops);

    private sealed class Paths(ImprovingArcs arcs, bool selfLoops) : ProximityMatrix(arcs)
    {
        public override void Apply<T>(Panel<T> x, Panel<T> y, Panel<T> scratch, bool transposed)
        {
            T self = selfLoops ? T.One : T.Zero;
            Arcs.Multiply(x, scratch, self, transposed);
            Arcs.Multiply(scratch, y, self, transposed);
        }

        public override double SquaredNorm() => SquaredNormOfPaths(vertex => 1, selfLoops);
    }
}
