using Kiln.Contracts.Data;
using Kiln.Testing;

namespace Kiln.Generators.Tests;

public sealed class ValidationTests
{
    static readonly Column Secret = new()
    {
        Name = "mail", Property = "Mail", Type = ColumnType.Text, Nullable = true, Role = ColumnRole.Feature, MaxLength = 3, Classification = Classification.Personal,
    };

    static readonly Column Lenient = new()
    {
        Name = "age", Property = "Age", Type = ColumnType.Number, Nullable = false, Role = ColumnRole.Feature, Max = 120, Tolerance = 0.01,
    };

    static readonly Column Distance = new()
    {
        Name = "distance", Property = "Distance", Type = ColumnType.Number, Nullable = true, Role = ColumnRole.Feature, Min = 0, Description = "in \"km\"",
    };

    static TestProject Flights(string script) => StandIn.Project
        .Contract("flights", Distance, Columns.Category("origin", "AUS", "DFW").Optional(), Secret, Lenient, Columns.Number("delay"))
        .Source($$"""
            using System.Linq;
            using Kiln.Validation;
            [Kiln.Model("flights", Label = "delay", Version = "1.0.0")]
            partial class Flight;
            static class Script
            {
                static readonly Flight.Input Good = new() { Distance = 10, Origin = "AUS", Age = 500 };
                static readonly Flight.Input Bad = new() { Distance = -5, Origin = "ZZZ", Mail = "someone", Age = 3 };
                static string Run()
                {
                    Kiln.Predictor.Answer = new[] { 1f };
                    {{script}}
                }
            }
            """);

    const string Wrong = "'-5' is below the \"min\" 0 of column 'distance'; 'ZZZ' is not among the \"values\" of column 'origin'; a value is longer than the \"maxLength\" 3 of column 'mail'";

    [Fact]
    public void An_input_is_what_the_build_allows_as_data()
    {
        var cases = SingleValues.Cases;
        var values = cases.Where(c => c.Text.Trim().Length > 0 || !c.Column.Nullable).Select(c => $"{c.Column.Property} = {Value(c.Column, c.Text)}");
        var shown = StandIn.Project
            .Contract("data", [.. cases.Select(c => c.Column), Columns.Number("y")])
            .Source($$"""
                using System.Linq;
                [Kiln.Model("data", Label = "y", Version = "1.0.0")]
                partial class Data;
                static class Script
                {
                    static string Run()
                    {
                        Data.TryValidate(new() { {{string.Join(", ", values)}} }, out var violations);
                        return string.Join("\n", violations.Select(violation => $"{violation.Column} {violation.Rule}"));
                    }
                }
                """).Generate().Run();

        Assert.Equal(cases.Where(c => c.Rule is not null).Select(c => $"{c.Column.Name} {Name(c.Rule!)}"), shown.Split('\n'));
    }

    [Fact]
    public void All_that_is_wrong_is_said_and_nothing_personal()
    {
        var shown = Flights("""
            return $"{Flight.TryValidate(Good, out var none)} {none.Count} {Flight.TryValidate(Bad, out var some)} {string.Join("; ", some)}";
            """).Generate().Run();

        Assert.Equal($"True 0 False {Wrong}", shown);
    }

    [Fact]
    public void Who_says_nothing_gets_a_prediction() =>
        Assert.Equal("1", Flights("return Flight.Load().Predict(Bad).Score.ToString();").Generate().Run());

    [Fact]
    public void Who_asks_for_it_gets_an_exception()
    {
        var shown = Flights("""
            var model = Flight.Load(new Kiln.ModelOptions { Directory = "here", OnViolation = OnViolation.Throw });
            var all = new Flight.Prediction[3];
            model.Predict(Good);
            try { model.Predict(Bad); } catch (InvalidInputException e) { Kiln.Predictor.Log.Add($"{e.Message} {e.Row} {e.Violations.Count}"); }
            try { model.Predict(new[] { Good, Bad, Good }, all); } catch (InvalidInputException e) { Kiln.Predictor.Log.Add($"{e.Message} {e.Row} {all[0].Score}"); }
            return string.Join("\n", Kiln.Predictor.Log.Where(line => !line.StartsWith("load")));
            """).Generate().Run();

        Assert.Equal($"score 10 500 | AUS null\nFlight does not predict: {Wrong}.  3\nFlight does not predict row 1: {Wrong}. 1 0", shown);
    }

    [Fact]
    public void Who_counts_gets_both()
    {
        var shown = Flights("""
            var counted = new System.Collections.Generic.List<string>();
            using var listener = new System.Diagnostics.Metrics.MeterListener();
            listener.InstrumentPublished = (instrument, l) => { if (instrument.Name == "kiln.input.violations") l.EnableMeasurementEvents(instrument); };
            listener.SetMeasurementEventCallback<long>((_, count, tags, _) => counted.Add(count + ":" + string.Join(",", tags.ToArray().Select(tag => tag.Value))));
            listener.Start();
            var model = Flight.Load(new Kiln.ModelOptions { OnViolation = OnViolation.Count });
            var score = model.Predict(Bad).Score;
            model.Predict(new[] { Good, new Flight.Input { Distance = float.PositiveInfinity, Age = 1 } }, new Flight.Prediction[2]);
            return score + " " + string.Join(" ", counted);
            """).Generate().Run();

        Assert.Equal("1 1:Flight,distance,min 1:Flight,origin,values 1:Flight,mail,maxLength 1:Flight,distance,finite", shown);
    }

    [Fact]
    public void Looking_allocates_nothing()
    {
        var shown = Flights("""
            var model = Flight.Load(new Kiln.ModelOptions { OnViolation = OnViolation.Count });
            long Spent(int times)
            {
                var before = System.GC.GetAllocatedBytesForCurrentThread();
                for (var i = 0; i < times; i++)
                    Flight.TryValidate(Good, out _);
                return System.GC.GetAllocatedBytesForCurrentThread() - before;
            }
            Spent(1);
            return Spent(1000).ToString();
            """).Generate().Run();

        Assert.Equal("0", shown);
    }

    static string Value(Column column, string text) => (column.Type, text) switch
    {
        (ColumnType.Number, "") => "float.NaN",
        (ColumnType.Number, _) => text + "f",
        (ColumnType.Integer, "") or (ColumnType.DateTime, "") => "default",
        (ColumnType.Integer, _) => text + "L",
        (ColumnType.DateTime, _) => $"System.DateTime.Parse(\"{text}\", System.Globalization.CultureInfo.InvariantCulture)",
        _ => $"\"{text}\"",
    };

    static string Name(string rule) => rule == "nullable" ? "Missing" : char.ToUpperInvariant(rule[0]) + rule[1..];
}
