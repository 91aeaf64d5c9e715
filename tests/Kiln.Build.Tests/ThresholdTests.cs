using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kiln.Build.Tests;

/// <summary>The generated class decides by the threshold of the model it loads, which training may have chosen after the class was compiled.</summary>
public sealed class ThresholdTests(Packages packages)
{
    /// <summary>Spam has links, and is rare.</summary>
    static readonly string Mails = "links,words,kind\n" + string.Concat(Enumerable.Range(0, 800).Select(i =>
        $"{i % 10},{i * 7 % 800},{(i * 13 % 100 < 3 * (i % 10) ? "spam" : "nonspam")}\n"));

    const string Dataset = """<ItemGroup><Dataset Include="data/mails.csv" /></ItemGroup>""";

    /// <summary>Every answer, with what the loaded model says of its threshold.</summary>
    const string Answers = """
        public static class Answers
        {
            public static void Print()
            {
                var model = SpamModel.Load();
                Console.WriteLine(FormattableString.Invariant($"threshold {model.Info.Threshold:R}"));
                for (var links = 0; links < 10; links++)
                {
                    var p = model.Predict(new() { Links = links, Words = 80 * links });
                    Console.WriteLine(FormattableString.Invariant($"{p.PredictedLabel} {p.Probability:R}"));
                }
            }
        }
        """;

    static string Model(string argument) => $$"""
        using Kiln;

        [Model("mails", Label = "kind", Version = "1.0.0", Positive = "spam", {{argument}})]
        [Gate(Metric.AreaUnderRocCurve, AtLeast = 0.6)]
        public sealed partial class SpamModel;
        """;

    static float Threshold(string output) => float.Parse(Regex.Match(output, @"threshold (\S+)").Groups[1].Value, CultureInfo.InvariantCulture);

    static (bool Spam, float Probability)[] Read(string output) =>
    [
        .. Regex.Matches(output, @"^(Spam|Nonspam) (\S+)\r?$", RegexOptions.Multiline)
            .Select(answer => (answer.Groups[1].Value == "Spam", float.Parse(answer.Groups[2].Value, CultureInfo.InvariantCulture))),
    ];

    [Fact]
    public void A_probability_of_the_threshold_is_spam_and_one_below_is_not()
    {
        var app = new ConsumerProject(packages, "App", Penguins.Executable + Dataset)
            .Write("data/mails.csv", Mails).Write("SpamModel.cs", Model("ThresholdFor = Metric.F1Score")).Write("Answers.cs", Answers).Write("Program.cs", "Answers.Print();");

        Assert.Contains("'spam' is predicted from a probability of 0.", app.Build().Succeeds().Output);

        var chosen = app.Start("bin/Debug/net10.0/App").Succeeds().Output;
        using (var written = JsonDocument.Parse(File.ReadAllText(app["SpamModel.lock.json"])))
            Assert.Equal(written.RootElement.GetProperty("threshold").GetSingle(), Threshold(chosen));
        Assert.InRange(Threshold(chosen), 0.01f, 0.49f);
        Assert.Equal(10, Read(chosen).Length);
        Assert.All(Read(chosen), answer => Assert.Equal(answer.Probability >= Threshold(chosen), answer.Spam));

        // The same model with a threshold that one row's probability is, to the last bit.
        var border = Read(chosen).Select(answer => answer.Probability).Order().ElementAt(5);
        app.Write("SpamModel.cs", Model(FormattableString.Invariant($"Threshold = {border:R}f"))).Build().Succeeds();
        var fixedOutput = app.Start("bin/Debug/net10.0/App").Succeeds().Output;

        Assert.Equal(border, Threshold(fixedOutput));
        Assert.Equal(Read(chosen).Select(answer => answer.Probability), Read(fixedOutput).Select(answer => answer.Probability));
        Assert.All(Read(fixedOutput), answer => Assert.Equal(answer.Probability >= border, answer.Spam));
        Assert.Contains((true, border), Read(fixedOutput));
    }

    [Fact]
    public void Who_uses_the_package_of_a_library_gets_the_threshold_with_the_model()
    {
        var library = new ConsumerProject(packages, $"Lib{Guid.NewGuid():N}", $"<PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>{Dataset}")
            .Write("data/mails.csv", Mails).Write("SpamModel.cs", Model("ThresholdFor = Metric.F1Score")).Write("Answers.cs", Answers);
        library.Dotnet("pack", "-o", packages.Feed).Succeeds();
        var user = new ConsumerProject(packages, "User", $"""
            {Penguins.Executable}
            <ItemGroup><PackageReference Include="{Path.GetFileName(library.Directory)}" Version="1.0.0" /></ItemGroup>
            """, refersToKiln: false).Write("Program.cs", "Answers.Print();");

        user.Build().Succeeds();

        var output = user.Start("bin/Debug/net10.0/User").Succeeds().Output;
        using var written = JsonDocument.Parse(File.ReadAllText(library["SpamModel.lock.json"]));
        Assert.Equal(written.RootElement.GetProperty("threshold").GetSingle(), Threshold(output));
        Assert.All(Read(output), answer => Assert.Equal(answer.Probability >= Threshold(output), answer.Spam));
        Assert.Equal(2, Read(output).Select(answer => answer.Spam).Distinct().Count());
    }
}
