using Kiln.Contracts;
using Kiln.Contracts.Expectations;
using Kiln.Contracts.Json;
using Kiln.Host.Cache;
using Kiln.Host.Data.Files;
using Kiln.Host.Examples;
using Kiln.Host.Models;
using Kiln.Host.Publishing;

namespace Kiln.Host.Expectations;

/// <summary>
/// How models do against their expectations. One that is new is measured on the rows, without training where it asks nothing of the trainer; what was
/// measured is kept with the trained model.
/// </summary>
/// <param name="directory">The project's.</param>
sealed class ExpectationCache(CacheFolder folder, RowReader rows, string directory)
{
    const string FileName = "expectations.json";

    /// <summary>For each expectation how the model does; empty where nothing is expected.</summary>
    public IReadOnlyList<ExpectationResult> Get(ModelPlan plan, TrainedModel model)
    {
        Expectation[] asked = [.. Asked(plan)];
        if (asked.Length == 0)
            return [];
        var kept = folder.Read(plan.Key, FileName, text => Read(text, plan, model)) ?? [];
        if (asked.All(expectation => kept.Any(result => result.Measured.IsOf(expectation))) && !LockedModelCheck.Disagrees(plan, model, [.. kept.Select(result => result.Measured)]))
            return [.. asked.Select(expectation => kept.First(result => result.Measured.IsOf(expectation)))];
        var measure = new ExpectationMeasure(plan, model, rows.Read(plan), directory);
        ExpectationResult[] measured = [.. asked.Select(measure.Measure)];
        folder.Put(plan.Key, FileName, Write(measured, plan, model));
        return measured;
    }

    /// <summary>What the lock says of them, for who cannot measure.</summary>
    public static IReadOnlyList<ExpectationResult> Locked(ModelPlan plan) =>
        [.. Asked(plan).Select(expectation => new ExpectationResult(plan.Lock!.Expectations.First(measured => measured.IsOf(expectation)), null))];

    /// <summary>What a model is expected to do and its lock says nothing of; null where there is nothing.</summary>
    public static Expectation? Unlocked(ModelPlan plan) => Asked(plan).FirstOrDefault(expectation => !plan.Lock!.Expectations.Any(measured => measured.IsOf(expectation)));

    /// <summary>In an order of their own: that of the attributes may be the one in which the compiler was given files.</summary>
    static IEnumerable<Expectation> Asked(ModelPlan plan) =>
        plan.Definition.Expectations.Select(declared => declared.Expectation.Measured).Distinct().OrderBy(expectation => expectation.ToString(), StringComparer.Ordinal);

    string Write(IReadOnlyList<ExpectationResult> results, ModelPlan plan, TrainedModel model)
    {
        var json = new JsonWriter().Object();
        Write(json.Name("expectations"), results);
        return json.Name("seal").Value(Seal(results, plan, model)).End().ToString();
    }

    static void Write(JsonWriter json, IReadOnlyList<ExpectationResult> results)
    {
        json.Array();
        foreach (var (measured, example) in results)
        {
            ExpectationJson.WriteMembers(json.Object(), measured.Of);
            MeasuredExpectationJson.WriteMembers(json, measured);
            json.Name("example").Value(example).End();
        }
        json.End();
    }

    IReadOnlyList<ExpectationResult> Read(string text, ModelPlan plan, TrainedModel model)
    {
        var root = JsonReader.Read(text);
        ExpectationResult[] results = [.. root.Required("expectations").AsArray()
            .Select(result => new ExpectationResult(MeasuredExpectationJson.Read(result), result.Optional("example")?.AsString()))];
        return root.Required("seal").AsString() == Seal(results, plan, model) ? results : [];
    }

    /// <summary>
    /// A bit that flipped on the disk is found wherever it is, values of a column that is classified since are not named again, and neither are places
    /// in files that have the same rows elsewhere, or by other names.
    /// </summary>
    string Seal(IReadOnlyList<ExpectationResult> results, ModelPlan plan, TrainedModel model)
    {
        var json = new JsonWriter().Object();
        Write(json.Name("expectations"), results);
        return new Fingerprint().Add("expectations 2").Add(model.OnnxHash).Add(plan.Contract.Classified).Add(plan.InputHashes)
            .Add([.. DataFile.InOrder(plan.Dataset.Files).Select(file => Path.GetRelativePath(directory, file))]).Add(json.End().ToString()).ToString();
    }
}
