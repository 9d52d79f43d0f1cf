using System.Reflection;
using HyperLandscape.Tests;

namespace HyperLandscape.Plotting.Tests;

public sealed class StructureTests
{
    [Fact]
    public void The_core_knows_nothing_of_pictures()
    {
        string[] references = [.. typeof(Landscape).Assembly.GetReferencedAssemblies().Select(name => name.Name!)];
        Assert.DoesNotContain(references, name => name.Contains("Plot", StringComparison.Ordinal) || name.Contains("Skia", StringComparison.Ordinal));
        string project = File.ReadAllText(Path.Combine(Repository.Root, "src", "HyperLandscape", "HyperLandscape.csproj"));
        Assert.DoesNotContain("Plot", project, StringComparison.Ordinal);
        Assert.DoesNotContain("Skia", project, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_are_sealed_records()
    {
        Type[] pictures = [.. typeof(Picture).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Picture)))];
        Assert.NotEmpty(pictures);
        Assert.All(pictures, picture => Assert.True(picture.IsSealed));
    }

    [Fact]
    public void No_type_of_the_plotting_library_is_public()
    {
        IEnumerable<string> foreign = typeof(Picture).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Select(member => member.ToString()!)
            .Where(text => text.Contains("ScottPlot", StringComparison.Ordinal) || text.Contains("SkiaSharp", StringComparison.Ordinal));
        Assert.Empty(foreign);
    }
}
