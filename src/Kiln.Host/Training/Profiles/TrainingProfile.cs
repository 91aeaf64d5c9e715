using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Host.Data;
using Kiln.Host.Data.Sources;
using Kiln.Host.Evaluation;
using Kiln.Host.Examples;
using Kiln.Monitoring;

namespace Kiln.Host.Training.Profiles;

/// <summary>What a model was trained on and what it answers, in the bins in which the application counts.</summary>
/// <param name="heldOut">What it answers for the held-out rows.</param>
/// <param name="predict">Predicts rows of the table.</param>
sealed class TrainingProfile(ModelRows rows, Predictions heldOut, Func<int[], Predictions> predict)
{
    /// <summary>The most frequent values of a category have a bin each, the others one together, as far as they can be listed.</summary>
    const int MostValues = 20, MostOthers = 1000;

    /// <summary>Tenths of the inputs, and twentieths of what is answered: how well the model does is told by them.</summary>
    const int InputBins = 10, AnswerBins = 20;

    /// <summary>Enough to place nine edges within a per cent of the rows.</summary>
    const int MostSorted = 100_000;

    /// <summary>Enough to know how much the answers of one day differ from those of another.</summary>
    const int MostPredicted = 50_000;

    readonly ExampleSet _examples = rows.Examples;
    readonly int[] _parts = DataParts.Of(rows.Table);
    readonly LabelRule _rule = new(Enum.Parse<ModelTask>(heldOut.Task.ToString()), (float?)heldOut.Threshold);

    /// <summary>In an order that follows from the rows alone, and not from their files.</summary>
    readonly int[] _ordered = [.. rows.HoldOut.Training, .. rows.HoldOut.HeldOut];

    (int[] Rows, float[][] Scores)? _spreadOver;

    int Parts => _parts.DefaultIfEmpty(-1).Max() + 1;

    /// <summary>
    /// What is answered for rows of all parts: where the latest rows are held out, these are a few days, which hardly say how much days usually differ. What a
    /// model answers for rows that it has learned is more extreme, on all those days alike, so they stand alone.
    /// </summary>
    (int[] Rows, float[][] Scores) SpreadOver => _spreadOver ??= rows.HoldOut.HeldOut.Select(row => _parts[row]).Where(part => part >= 0).Distinct().Count() == Parts
        ? (rows.HoldOut.HeldOut, heldOut.Scores) : Predict();

    (int[] Rows, float[][] Scores) Predict()
    {
        int[] some = [.. Some(rows.HoldOut.Training, MostPredicted)];
        return (some, predict(some).Scores);
    }

    public ModelProfile Measure() => new([.. Inputs(), .. Answers()]);

    static IEnumerable<int> Some(int[] rows, int most)
    {
        var step = (rows.Length + most - 1) / most;
        return rows.Where((_, place) => place % step == 0);
    }

    /// <summary>Parts of a date are left out: they are new every day.</summary>
    CountedColumn[] Inputs()
    {
        int[] counted = [.. Enumerable.Range(0, _examples.Inputs.Count).Where(input => _examples.Inputs[input].Part is null)];
        var columns = new CountedColumn[counted.Length];
        SideBySide.Run(counted.Length, rows.Table.Rows, column =>
        {
            var input = _examples.Inputs[counted[column]];
            columns[column] = input.IsText ? Text(input, (TextColumn)rows.Table[input.Column.Name]) : Number(input, _examples.Numbers[counted[column]]!);
        });
        return columns;
    }

    CountedColumn Number(ModelInput input, float[] values)
    {
        var column = Begin(input.Name, CountedKind.Number, input.Column.Type == ColumnType.Boolean ? [0] : Edges([.. Some(_ordered, MostSorted).Select(row => values[row])], InputBins));
        var binning = Binning.Of(column, 0, _rule.Find);
        var counts = new PartCounts(Parts, column.Bins);
        for (var row = 0; row < values.Length; row++)
            counts.Add(_parts[row], binning.Find(values.AsSpan(row, 1), default, default));
        return counts.Complete(column);
    }

    CountedColumn Text(ModelInput input, TextColumn texts)
    {
        var column = input.Column.Classification is not null ? Begin(input.Name, CountedKind.Presence, [])
            : input.IsFreeText ? Begin(input.Name, CountedKind.Length, Edges([.. Some(_ordered, MostSorted).Where(row => !texts.IsMissing(row)).Select(row => (float)texts.Texts[texts.Codes[row]].Length)], InputBins))
            : Category(input.Name, texts);
        var binning = Binning.Of(column, 0, _rule.Find);
        int[] bins = [.. texts.Texts.Select(text => binning.Find(default, [text], default))];
        var counts = new PartCounts(Parts, column.Bins);
        for (var row = 0; row < texts.Codes.Length; row++)
            counts.Add(_parts[row], texts.Codes[row] is var code and >= 0 ? bins[code] : column.Bins - 1);
        return counts.Complete(column);
    }

    CountedColumn Category(string name, TextColumn texts)
    {
        var counts = new long[texts.Texts.Count];
        foreach (var code in texts.Codes)
            if (code >= 0)
                counts[code]++;
        string[] seen = [.. Enumerable.Range(0, counts.Length).Where(code => counts[code] > 0 && !texts.IsUnlisted(code))
            .OrderByDescending(code => counts[code]).ThenBy(code => texts.Texts[code], StringComparer.Ordinal).Select(code => texts.Texts[code])];
        var frequent = seen.Length <= MostValues ? seen.Length : MostValues - 1;
        var hasMore = seen.Length - frequent > MostOthers;
        return Begin(name, CountedKind.Category, []) with { Values = seen[..frequent], Others = hasMore ? [] : [.. seen[frequent..].Order(StringComparer.Ordinal)], HasMore = hasMore };
    }

    IEnumerable<CountedColumn> Answers()
    {
        switch (heldOut.Task)
        {
            case TaskKind.BinaryClassification:
                yield return Score("Probability", CountedKind.Probability, 1, row => heldOut.Label[row] > 0);
                break;
            case TaskKind.MulticlassClassification:
                yield return Score("Probability", CountedKind.Confidence, 0, row => _rule.Find(heldOut.Scores[row]) == (int)heldOut.Label[row]);
                break;
            case TaskKind.Clustering:
                break;
            default:
                yield return Score("Score", CountedKind.Score, 0, null);
                break;
        }
        if (_rule.HasLabels)
            yield return Labels();
    }

    CountedColumn Score(string name, CountedKind kind, int source, Func<int, bool>? isPositive)
    {
        float[] values = [.. heldOut.Scores.Select(scores => kind == CountedKind.Confidence ? scores.Max() : scores[source])];
        var column = Begin(Answer(name), kind, isPositive is null ? Edges(values, AnswerBins) : ProbabilityEdges(values));
        var binning = Binning.Of(column, source, _rule.Find);
        var positive = new long[column.Bins];
        for (var row = 0; isPositive is not null && row < heldOut.Scores.Length; row++)
            positive[binning.Find(default, default, heldOut.Scores[row])] += isPositive(row) ? 1 : 0;
        return Answered(column, scores => binning.Find(default, default, scores)) with { Positive = isPositive is null ? [] : positive };
    }

    CountedColumn Labels()
    {
        var labels = heldOut.Task is TaskKind.BinaryClassification or TaskKind.AnomalyDetection ? 2 : heldOut.Scores[0].Length;
        return Answered(Begin(Answer("PredictedLabel"), CountedKind.Label, []) with { Rows = new long[labels + 1] }, scores => _rule.Find(scores));
    }

    /// <summary>Inputs may be called as answers are.</summary>
    string Answer(string name)
    {
        while (_examples.Inputs.Any(input => input.Name == name))
            name = $"({name})";
        return name;
    }

    CountedColumn Answered(CountedColumn column, Func<float[], int> find)
    {
        var (counts, spread) = (new long[column.Bins], new PartCounts(Parts, column.Bins));
        foreach (var scores in heldOut.Scores)
            counts[find(scores)]++;
        foreach (var (row, scores) in SpreadOver.Rows.Zip(SpreadOver.Scores))
            spread.Add(_parts[row], find(scores));
        return spread.Complete(column) with { Rows = counts };
    }

    static CountedColumn Begin(string name, CountedKind kind, float[] edges) => new(name, kind, edges, [], [], 0, 0);

    static float[] Edges(IReadOnlyList<float> values, int bins)
    {
        float[] sorted = [.. values.Where(float.IsFinite).Order()];
        return [.. Enumerable.Range(1, sorted.Length == 0 ? 0 : bins - 1).Select(i => sorted[(int)((long)i * sorted.Length / bins)]).Distinct()];
    }

    /// <summary>As many rows in each, and none wide: rows in use may lie where few held-out ones did.</summary>
    public static float[] ProbabilityEdges(IReadOnlyList<float> values) =>
        [.. Edges(values, AnswerBins).Concat(Enumerable.Range(1, AnswerBins - 1).Select(i => (float)i / AnswerBins)).Append(0.01f).Append(0.99f).Distinct().Order()];
}
