using System.Globalization;

namespace Kiln.Build.Tests;

/// <summary>A dataset of one file, which a longer one replaces every month.</summary>
public sealed class GrowingFileTests(Packages packages)
{
    /// <summary>Four years of days: date, precipitation, temp_max, temp_min, wind, weather.</summary>
    static readonly string[] Weather = File.ReadAllLines(Path.Combine(Packages.Repository, "tests", "Kiln.Host.Tests", "Data", "Files", "seattle_weather.csv"));

    [Fact]
    public void A_good_month_is_learnt_from_without_a_word_and_a_bad_one_is_told_where_it_begins()
    {
        var app = new ConsumerProject(packages, "App", Penguins.Executable + """<ItemGroup><Dataset Include="data/weather.csv" /></ItemGroup>""")
            .Write("data/weather.csv", Until("2014-12")).Write("Program.cs", "return;").Write("WeatherModel.cs", """
                using Kiln;

                [Model("weather", Label = "weather", Version = "1.0.0")]
                [Gate(Metric.MicroAccuracy, AtLeast = 0.3)]
                public sealed partial class WeatherModel;
                """);
        app.Build().Succeeds();

        var good = app.Write("data/weather.csv", Until("2015-01")).Build("--no-restore").Succeeds();

        Assert.Contains("trained, because the data changed", good.Output);
        Assert.DoesNotContain("KILN103", good.Output);

        var bad = app.Write("data/weather.csv", Until("2015-01") + string.Concat(Month("2015-02").Select(Fahrenheit))).Build("--no-restore").Succeeds();

        Assert.Matches($@"weather\.csv\({1 + Until("2015-01").Count(c => c == '\n')},\d+\): warning KILN1031: .*'temp_max' .* in the 28 rows after 2015-01-31 ", bad.Output);
        Assert.DoesNotContain("KILN1037", bad.Output);
        app.Build("--no-restore", "-question").Succeeds();
    }

    static string Until(string month) => string.Concat(Weather.TakeWhile(line => line == Weather[0] || string.CompareOrdinal(line[..7], month) <= 0).Select(line => line + "\n"));

    static IEnumerable<string> Month(string month) => Weather.Where(line => line.StartsWith(month, StringComparison.Ordinal)).Select(line => line + "\n");

    static string Fahrenheit(string line) => line.Split(',') is var f
        ? string.Join(',', f[0], f[1], string.Create(CultureInfo.InvariantCulture, $"{32 + 1.8 * double.Parse(f[2], CultureInfo.InvariantCulture)}"), f[3], f[4], f[5]) : line;
}
