using HyperLandscape.Embeddings;
using HyperLandscape.Numerics;

namespace HyperLandscape.Contracts;

/// <summary>The contract of an embedder on one landscape. That coordinates are finite, <see cref="Embedding"/> itself demands.</summary>
internal sealed class EmbedderContract(Findings findings, IEmbedder embedder, ContractCase asked)
{
    public void Check()
    {
        Landscape landscape = asked.ToLandscapes().First;
        if (!findings.Try(asked.Description, () => embedder.Embed(landscape), out Embedding embedding))
            return;
        if (embedding.Count != landscape.Count)
            findings.Add("rows", $"gives {embedding.Count} rows for {landscape.Count} configurations. Give one per vertex, in the order of the landscape.");
        else if (!ReferenceEquals(embedding.Landscape, landscape))
            findings.Add("landscape", "gives an embedding that does not know its landscape. Pass the landscape to the constructor of Embedding.");
        foreach (int threads in new[] { 1, 4 })
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
            if (findings.Try(asked.Description, () => Workers.With(options, () => embedder.Embed(asked.ToLandscapes().First)), out Embedding again) && !again.Coordinates.SequenceEqual(embedding.Coordinates))
                findings.Add("purity", "is not pure: the same landscape gets other coordinates when embedded again. Random numbers come from a seed; add up in an order that does not depend on threads.");
        }
    }
}
