using System.Text.RegularExpressions;

namespace HyperLandscape.Tests;

/// <summary>Folder = namespace = layer, and layers look down only (design.md section 2).</summary>
public sealed partial class LayerTests
{
    private static readonly string Source = Path.Combine(Repository.Root, "src", "HyperLandscape");

    /// <summary>What each layer may use, itself aside.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Numerics"] = [],
        ["Spaces"] = [],
        ["Tables"] = ["Numerics", "Spaces"],
        ["Graphs"] = ["Numerics", "Spaces"],
        ["Storage"] = ["Numerics", "Spaces", "Graphs"],
        [""] = ["Numerics", "Spaces", "Tables", "Graphs", "Storage"],
        ["Walks"] = ["", "Numerics", "Spaces", "Tables", "Graphs"],
        ["Metrics"] = ["", "Numerics", "Spaces", "Tables", "Graphs", "Walks"],
        ["Similarity"] = ["", "Numerics", "Spaces", "Tables", "Graphs"],
        ["Networks"] = ["", "Numerics", "Spaces", "Tables", "Graphs"],
        ["Embeddings"] = ["", "Numerics", "Spaces", "Tables", "Graphs"],
        ["Problems"] = ["", "Numerics", "Spaces", "Graphs"],
        ["Contracts"] = ["", "Numerics", "Spaces", "Graphs", "Metrics", "Similarity", "Embeddings"],
        ["Experiments"] = ["", "Numerics", "Spaces", "Graphs"],
        ["Estimation"] = ["", "Numerics", "Spaces", "Tables", "Graphs", "Metrics"],
        ["Imports"] = ["", "Spaces", "Tables", "Graphs", "Experiments"],
    };

    [Fact]
    public void Folders_are_namespaces()
    {
        foreach ((string layer, string file, string text) in Files())
        {
            string expected = layer.Length == 0 ? "HyperLandscape" : $"HyperLandscape.{layer}";
            Assert.True(text.Contains($"namespace {expected};", StringComparison.Ordinal), $"{file} should be in namespace {expected}");
        }
    }

    [Fact]
    public void Layers_look_down_only()
    {
        Assert.Empty(Files().SelectMany(file => Violations(file.Layer, file.File, file.Text)));
    }

    [Fact]
    public void A_look_upward_is_found()
    {
        Assert.NotEmpty(Violations("Graphs", "made up", "using HyperLandscape.Metrics;"));
        Assert.NotEmpty(Violations("Spaces", "made up", "var g = HyperLandscape.Graphs.NeighborhoodGraph.Complete(space);"));
        Assert.NotEmpty(Violations("Storage", "made up", "Landscape Load(string path)"));
        Assert.NotEmpty(Violations("Graphs", "made up", "double F(Landscape landscape) => 0;"));
    }

    private static IEnumerable<string> Violations(string layer, string file, string text)
    {
        string code = CommentsAndText().Replace(text, "");
        foreach (Match match in LayerNames().Matches(code))
        {
            string used = match.Groups[1].Value;
            if (Allowed.ContainsKey(used) && used != layer && !Allowed[layer].Contains(used))
                yield return $"{file} ({layer}) uses {used}";
        }

        // The root namespace is visible from every layer without a using: its types are looked for by name.
        if (layer is "Numerics" or "Spaces" or "Tables" or "Graphs" or "Storage" && RootTypes().Match(code) is { Success: true } root)
            yield return $"{file} ({layer}) uses {root.Value}";
    }

    private static IEnumerable<(string Layer, string File, string Text)> Files() =>
        Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Layer: Path.GetRelativePath(Source, path), Path: path))
            .Where(file => !file.Layer.StartsWith("obj", StringComparison.Ordinal) && !file.Layer.StartsWith("bin", StringComparison.Ordinal))
            .Select(file => (Path.GetDirectoryName(file.Layer)!, Path.GetFileName(file.Path), File.ReadAllText(file.Path)));

    [GeneratedRegex(@"HyperLandscape\.([A-Z]\w*)")]
    private static partial Regex LayerNames();

    [GeneratedRegex("//.*|\"(?:[^\"\\\\\\n]|\\\\.)*\"")]
    private static partial Regex CommentsAndText();

    [GeneratedRegex(@"\b(Landscape|LandscapeSet|Objective|Duplicates|Runs|Plateaus|BasinFacts)\b")]
    private static partial Regex RootTypes();
}
