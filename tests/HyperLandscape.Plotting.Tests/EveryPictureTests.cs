using System.Text.RegularExpressions;
using System.Xml.Linq;
using HyperLandscape.Spaces;
using SkiaSharp;

namespace HyperLandscape.Plotting.Tests;

/// <summary>What must hold for every picture: by its pixels, and by the text of its SVG.</summary>
public sealed partial class EveryPictureTests
{
    private static readonly Landscape First = SomePictures.Rugged(1);
    private static readonly Landscape Second = SomePictures.Rugged(2);

    public static TheoryData<string> Names => [.. SomePictures.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_not_blank_and_has_the_asked_size(string name)
    {
        byte[] png = SomePictures.Of(name, First, Second).ToPng(800, 700);
        Assert.Equal((800, 700), Pixels.Size(png));
        Assert.InRange(Pixels.Inked(png), 0.01, 0.9);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_changes_with_the_data_and_only_with_the_data(string name)
    {
        byte[] picture = SomePictures.Of(name, First, Second).ToPng(500, 500);
        Assert.Equal(picture, SomePictures.Of(name, SomePictures.Rugged(1), SomePictures.Rugged(2)).ToPng(500, 500));
        Assert.True(Pixels.Difference(picture, SomePictures.Of(name, SomePictures.Rugged(3), Second).ToPng(500, 500)) > 0.002);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_background_is_that_of_the_theme(string name)
    {
        Picture picture = SomePictures.Of(name, First, Second);
        foreach (PictureTheme theme in (PictureTheme[])[PictureTheme.Light, PictureTheme.Dark])
        {
            SKColor[] pixels = Pixels.Of((picture with { Theme = theme }).ToPng(500, 500));
            Assert.All([pixels[0], pixels[^1]], corner => Assert.Equal(SKColor.Parse(theme.Background), corner));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_of_markup_stays_text(string name)
    {
        string svg = SomePictures.Of(name, First, Second, "<script>alert(1)</script>&\"'").ToSvg();
        XDocument document = XDocument.Parse(svg);
        Assert.Equal("svg", document.Root!.Name.LocalName);
        Assert.DoesNotContain(document.Descendants(), element => element.Name.LocalName == "script");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_long_name_is_shortened_in_the_middle_and_leaves_room_for_the_rest(string name)
    {
        string longName = "begin" + new string('m', 400) + "end";
        byte[] png = SomePictures.Of(name, First, Second, longName).ToPng(600, 600);
        Assert.Equal(0, Pixels.InkedBorder(png));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_in_other_scripts_are_drawn(string name)
    {
        byte[] png = SomePictures.Of(name, First, Second, "Ελληνικά данные").ToPng(500, 500);
        Assert.InRange(Pixels.Inked(png), 0.01, 0.9);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_constant_fitness_gives_a_picture(string name)
    {
        Landscape constant = SomePictures.Constant(SomePictures.Space);
        Assert.InRange(Pixels.Inked(SomePictures.Of(name, constant, First).ToPng(500, 500)), 0.005, 0.95);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Three_configurations_give_a_picture(string name)
    {
        var space = new SearchSpace(Hyperparameter.Ordinal("a", 1, 2, 3));
        Picture picture = SomePictures.Of(name, Landscape.Evaluate(space, c => c["a"]), Landscape.Evaluate(space, c => -c["a"]));
        Assert.InRange(Pixels.Inked(picture.ToPng(500, 500)), 0.005, 0.95);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_single_configuration_gives_a_picture_or_says_what_is_missing(string name)
    {
        var space = new SearchSpace(Hyperparameter.Ordinal("a", 1));
        Landscape single = Landscape.Evaluate(space, _ => 1);
        if (name is nameof(LandscapeMap) or nameof(MapPanels))
            Assert.Contains("surface needs three", Assert.Throws<ArgumentException>(() => SomePictures.Of(name, single, single).ToPng()).Message, StringComparison.Ordinal);
        else
            Assert.InRange(Pixels.Inked(SomePictures.Of(name, single, single).ToPng(500, 500)), 0.005, 0.95);
    }

    [Fact]
    public void A_size_that_has_no_room_is_refused()
    {
        var picture = new FitnessDistribution(First);
        Assert.Throws<ArgumentOutOfRangeException>(() => picture.ToPng(100, 100));
        Assert.Throws<ArgumentOutOfRangeException>(() => picture.ToSvg(100_000, 600));
    }

    [Fact]
    public void Files_hold_what_the_methods_give()
    {
        string folder = Directory.CreateTempSubdirectory("pictures").FullName;
        var picture = new FitnessDistribution(First);
        picture.SavePng(Path.Combine(folder, "a.png"));
        picture.SaveSvg(Path.Combine(folder, "a.svg"));
        Assert.Equal(picture.ToPng(), File.ReadAllBytes(Path.Combine(folder, "a.png")));
        Assert.Equal(WithoutClipNames(picture.ToSvg()), WithoutClipNames(File.ReadAllText(Path.Combine(folder, "a.svg"))));
        Directory.Delete(folder, recursive: true);
    }

    private static string WithoutClipNames(string svg) => ClipName().Replace(svg, "");

    [GeneratedRegex("cl_[0-9a-f]+")]
    private static partial Regex ClipName();
}
