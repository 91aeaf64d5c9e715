using System.Text.RegularExpressions;

namespace Kiln.Build.Tests;

/// <summary>A model in use is watched: what it counted is held against what it was trained on, in the build that has its contract.</summary>
public sealed class MonitorTests(Packages packages)
{
    /// <summary>Predicts each penguin of the data three times, and with an argument as somebody would who has other units or other words.</summary>
    const string Program = """
        using var monitor = SpeciesModel.Load(new Kiln.ModelOptions { Monitor = new() { Directory = args[0], Replica = args[0] + args[1] } }).Watch(args[1]);
        """;

    const string Watching = """
        using System.Globalization;

        public static class Watching
        {
            public static Kiln.ModelMonitor Watch(this SpeciesModel model, string fault)
            {
                foreach (var line in Enumerable.Repeat(File.ReadLines("data/penguins.csv").Skip(1), 3).SelectMany(lines => lines))
                {
                    var values = line.Split(',').Select(value => value.Trim('"')).ToArray();
                    float? Number(int column) => float.TryParse(values[column], CultureInfo.InvariantCulture, out var number) ? number : null;
                    model.Predict(new()
                    {
                        Island = fault == "words" ? values[1].ToUpperInvariant() : values[1],
                        BillLengthMm = Number(2), BillDepthMm = Number(3), FlipperLengthMm = (int?)Number(4), BodyMassG = (int?)Number(5) / (fault == "units" ? 10 : 1),
                        Sex = fault == "gone" ? null : values[6], Year = (int)Number(7)!,
                    });
                }
                return model.Monitor!;
            }
        }
        """;

    [Fact]
    public void Faults_are_told_at_the_column_and_good_rows_raise_no_alarm()
    {
        var app = Penguins.App(packages).Write("Program.cs", Program).Write("Watching.cs", Watching);
        app.Build().Succeeds();
        Run(app, "good", "");
        Run(app, "good", "again");

        var good = app.Build("-t:KilnMonitor", "-p:KilnWindows=good").Succeeds().Output;

        Assert.Contains("SpeciesModel 1.0.0: 2,064 rows on ", good);
        Assert.Contains(", no alarm", good);
        Assert.Matches(@"\| day \(UTC\) +\| rows +\| windows \| MicroAccuracy, estimated +\| alarms \|\n", File.ReadAllText(app["obj/Debug/net10.0/kiln/monitor.md"]).ReplaceLineEndings("\n"));
        Assert.Matches(@"\| \d{4}-\d\d-\d\d \| 2,064 \| 2 +\| 0\.9\d* \(", good);
        Assert.Matches("rows\": 1032,", File.ReadAllText(Directory.GetFiles(app["good"], "*.window.json")[0]));

        var contract = File.ReadAllLines(app["data/penguins.schema.json"]);
        int Line(string column) => 1 + Array.FindIndex(contract, line => line.Contains($"\"name\": \"{column}\""));
        foreach (var (fault, column, what) in new[]
        {
            ("units", "body_mass_g", "is distributed differently than in the rows it was trained on: most of the difference is in at most "),
            ("words", "island", "has a value that training never saw in 100 % of the rows"),
            ("gone", "sex", "has no value in 100 % of the rows, and had none in 3.2 %"),
        })
        {
            Run(app, fault, fault);
            var told = app.Build("-t:KilnMonitor", "-p:KilnWindows=" + fault).Fails().Output;
            Assert.Matches($@"penguins\.schema\.json\({Line(column)},1\): error KILN7004: '{column}' of SpeciesModel 1\.0\.0 on \d{{4}}-\d\d-\d\d {Regex.Escape(what)}", told);
            Assert.Matches($@"\| {column} +\| [^\n]* \| alarm \|", told);
        }
    }

    [Fact]
    public void What_is_no_window_is_told_where_it_lies_and_the_others_are_judged()
    {
        var app = Penguins.App(packages).Write("Program.cs", Program).Write("Watching.cs", Watching);
        app.Build().Succeeds();
        Run(app, "windows", "");
        var window = Directory.GetFiles(app["windows"], "*.window.json")[0];
        File.WriteAllText(window.Replace("windows.window", "torn.window"), File.ReadAllText(window)[..200]);
        File.WriteAllText(window.Replace("windows.window", "newer.window"), File.ReadAllText(window).Replace("\"format\": 1", "\"format\": 9"));

        var told = app.Build("-t:KilnMonitor", "-p:KilnWindows=windows").Fails().Output;

        Assert.Matches(@"torn\.window\.json *: error KILN7006: the window cannot be counted: it is not whole: ", told);
        Assert.Matches(@"newer\.window\.json *: error KILN7006: the window cannot be counted: it has format 9, which a newer version of Kiln writes", told);
        Assert.Contains("SpeciesModel 1.0.0: 1,032 rows on ", told);

        // Of a version whose manifest is nowhere.
        Run(app, "alone", "");
        File.Delete(Assert.Single(Directory.GetFiles(app["alone"], "*.model.json")));
        app.Edit("obj/Debug/net10.0/kiln/models/SpeciesModel.model.json", text => text.Replace("\"version\": \"1.0.0", "\"version\": \"1.0.1"));
        Assert.Matches(Regex.Escape(Path.GetFileName(Assert.Single(Directory.GetFiles(app["alone"])))) + @" *: error KILN7006: no manifest says what SpeciesModel 1\.0\.0\+\S+ counts in; copy 'SpeciesModel\.[0-9a-f]{8}\.model\.json'",
            app.Build("-t:KilnMonitor", "-p:KilnWindows=alone").Fails().Output);

        Assert.Contains("error KILN7006: the folder of windows '", app.Build("-t:KilnMonitor", "-p:KilnWindows=nowhere").Fails().Output);
        Assert.Contains("error KILN0007: KilnWindows is empty; name the folder in which models in use write their windows", app.Build("-t:KilnMonitor").Fails().Output);
        Assert.Contains("error KILN0007: KilnPeriod is 'year'; use hour, day or week", app.Build("-t:KilnMonitor", "-p:KilnWindows=windows", "-p:KilnPeriod=year").Fails().Output);
    }

    static void Run(ConsumerProject app, string folder, string fault) => app.Dotnet(["run", "--no-build", "--", folder, fault]).Succeeds();
}
