using HyperLandscape.Spaces;

namespace HyperLandscape.Experiments;

/// <summary>What is evaluated at one time: a configuration at a fidelity, with a seed for all that is random in it.</summary>
/// <param name="Configuration">The configuration.</param>
/// <param name="Fidelity">At what cost it is evaluated.</param>
/// <param name="Seed">The seed; runs that differ in nothing else tell the noise of the configuration.</param>
public readonly record struct Run(Configuration Configuration, Fidelity Fidelity, int Seed)
{
    /// <summary>For example <c>depth=3, eta=0.1 (10 rounds, seed 0)</c>.</summary>
    public override string ToString() => $"{Configuration} ({Fidelity}, seed {Seed})";
}
