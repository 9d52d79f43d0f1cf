using HyperLandscape.Spaces;

namespace HyperLandscape.Tables;

/// <summary>A hyperparameter, and the level that each spelling of its column stands for.</summary>
internal sealed record Levels(Hyperparameter Hyperparameter, int[] OfSpelling);
