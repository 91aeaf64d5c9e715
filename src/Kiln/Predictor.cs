using System.ComponentModel;
using Kiln.CompilerServices;
using Kiln.Onnx;
using Kiln.Onnx.Evaluation;
using Kiln.Onnx.Explanations;

namespace Kiln;

/// <summary>
/// A trained model that predicts from its ONNX file, without ML.NET, ONNX Runtime or any other dependency. Immutable: one instance serves
/// any number of threads. The generated model class wraps it with typed inputs and predictions.
/// </summary>
public sealed class Predictor
{
    volatile Scorer _scorer;

    /// <summary>What makes a faster scorer of the graph; null when it has.</summary>
    volatile Folding? _folding;

    readonly OnnxModel _model;
    readonly string[] _numbers;
    readonly string[] _texts;

    internal Predictor(OnnxModel model, ModelInfo info, ReadOnlySpan<string> numbers, ReadOnlySpan<string> texts, int scoreCount)
    {
        Info = info;
        (_model, _numbers, _texts) = (model, numbers.ToArray(), texts.ToArray());
        _scorer = new(new Evaluator(model), numbers, texts);
        ScoreCount = _scorer.Scores;
        if (ScoreCount != scoreCount)
            throw new InvalidDataException($"it gives {ScoreCount} scores instead of {scoreCount}");
        _folding = new(model, _numbers, _texts);
    }

    /// <summary>What the model knows about itself.</summary>
    public ModelInfo Info { get; }

    /// <summary>What counts the rows that it predicts; null where <see cref="ModelOptions.Monitor"/> is. Dispose it to close its last window.</summary>
    public ModelMonitor? Monitor { get; internal set; }

    /// <summary>
    /// How many scores a row gets: 2 for a binary model (the raw score, then the probability of the second class), the number of classes
    /// for a multiclass model (their probabilities, in the order of the classes), the number of clusters for clustering (squared distances from their centres), 1 for regression (the predicted number), and 3 where
    /// <see cref="ModelInfo.Interval"/> says that its predictions have an interval (the number, then the lower and the upper end).
    /// </summary>
    public int ScoreCount { get; }

    /// <summary>
    /// Loads a model's ONNX file and its manifest from <c>models/</c> under the application's own directory, and checks that the files are
    /// whole, that they are this model's and that they fit the code.
    /// </summary>
    /// <param name="model">The model the code was compiled for.</param>
    /// <param name="numbers">The columns that <see cref="Score"/> gets as numbers, in that order.</param>
    /// <param name="texts">The columns that <see cref="Score"/> gets as text, in that order.</param>
    /// <param name="classes">The label's classes the code was compiled for, in the order of the scores, or the numbers of the clusters; empty for regression and ranking.</param>
    /// <exception cref="FileNotFoundException">A file is not there: the project was not built, or was deployed without it.</exception>
    /// <exception cref="IOException">A file is there and cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is corrupt, or the model is another than the code was compiled for.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Predictor Load(CompiledModel model, ReadOnlySpan<string> numbers, ReadOnlySpan<string> texts, ReadOnlySpan<string> classes) =>
        Load(model, Path.Combine(AppContext.BaseDirectory, "models"), numbers, texts, classes);

    /// <summary>
    /// Loads a model's ONNX file and its manifest from a directory, and checks that the files are whole, that they are this model's and that
    /// they fit the code.
    /// </summary>
    /// <param name="model">The model the code was compiled for.</param>
    /// <param name="directory">The directory that holds both files.</param>
    /// <param name="numbers">The columns that <see cref="Score"/> gets as numbers, in that order.</param>
    /// <param name="texts">The columns that <see cref="Score"/> gets as text, in that order.</param>
    /// <param name="classes">The label's classes the code was compiled for, in the order of the scores; empty for regression.</param>
    /// <inheritdoc cref="Load(CompiledModel, ReadOnlySpan{string}, ReadOnlySpan{string}, ReadOnlySpan{string})" path="/exception"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Predictor Load(
        CompiledModel model, string directory, ReadOnlySpan<string> numbers, ReadOnlySpan<string> texts, ReadOnlySpan<string> classes) =>
        Load(model, new ModelOptions { Directory = directory }, numbers, texts, classes);

    /// <summary>
    /// Loads a model's ONNX file and its manifest, and checks that the files are whole, that they are this model's and that they fit the code.
    /// </summary>
    /// <param name="model">The model the code was compiled for.</param>
    /// <param name="options">Where from, and whether it counts what it predicts.</param>
    /// <param name="numbers">The columns that <see cref="Score"/> gets as numbers, in that order.</param>
    /// <param name="texts">The columns that <see cref="Score"/> gets as text, in that order.</param>
    /// <param name="classes">The label's classes the code was compiled for, in the order of the scores; empty for regression.</param>
    /// <inheritdoc cref="Load(CompiledModel, ReadOnlySpan{string}, ReadOnlySpan{string}, ReadOnlySpan{string})" path="/exception"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Predictor Load(
        CompiledModel model, ModelOptions options, ReadOnlySpan<string> numbers, ReadOnlySpan<string> texts, ReadOnlySpan<string> classes)
    {
        var directory = options.Directory;
        var files = ModelFiles.Read(model, directory);
        files.CheckInputs("number", files.Manifest.Numbers, numbers);
        files.CheckInputs("text", files.Manifest.Texts, texts);
        files.CheckClasses(classes);
        var scores = files.Manifest.Info.Task switch
        {
            ModelTask.BinaryClassification => 2,
            ModelTask.MulticlassClassification or ModelTask.Clustering => classes.Length,
            _ => files.Manifest.Info.Interval is null ? 1 : 3,
        };
        try
        {
            var predictor = new Predictor(OnnxModel.Read(files.Onnx), files.Manifest.Info, numbers, texts, scores);
            predictor.Monitor = options.Monitor is null ? null : MonitorReading.Create(files, model.FileName, predictor._numbers, predictor._texts, options.Monitor);
            return predictor;
        }
        catch (InvalidDataException e)
        {
            throw files.Invalid(e.Message, e);
        }
    }

    /// <summary>Scores one row. Allocates nothing once its scratch memory is warm, unless blanks are around a text; any number of threads may call it at
    /// once. After a hundred rows the model is folded in the background, and scores the same many times faster.</summary>
    /// <param name="numbers">The row's numbers, in the order given to <c>Load</c>; <see cref="float.NaN"/> is missing.</param>
    /// <param name="texts">
    /// The row's texts, in the order given to <c>Load</c>; null or "" is missing, and what training never saw counts as that.
    /// Blanks and tabs around a text are no part of it, as in the data.
    /// </param>
    /// <param name="scores">Gets the scores; see <see cref="ScoreCount"/>, which is its length.</param>
    /// <exception cref="ArgumentException">A span has another length than the model's.</exception>
    public void Score(ReadOnlySpan<float> numbers, ReadOnlySpan<string?> texts, Span<float> scores)
    {
        var scorer = _scorer;
        Check(numbers.Length, scorer.Numbers, nameof(numbers));
        Check(texts.Length, scorer.Texts, nameof(texts));
        Check(scores.Length, scorer.Scores, nameof(scores));
        scorer.Score(numbers, texts, scores);
        Monitor?.Count(numbers, texts, scores);
        if (_folding is { } folding && folding.IsDue())
            ThreadPool.UnsafeQueueUserWorkItem(static predictor => predictor.Replace(predictor._folding?.TryFold()), this, preferLocal: false);
    }

    /// <summary>Makes what says why the model predicts what it does; some milliseconds, so once for a loaded model.</summary>
    /// <param name="columns">The column that each number is taken from and then each text, in the order given to <c>Load</c>.</param>
    /// <exception cref="NotSupportedException">The model's scores cannot be divided among its columns; the build has said so (KILN4016).</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Explainer CreateExplainer(ReadOnlySpan<string> columns)
    {
        Check(columns.Length, _numbers.Length + _texts.Length, nameof(columns));
        try
        {
            return new(new(_model, _numbers, _texts, columns.ToArray()), Info.Task);
        }
        catch (NotExplainedException e)
        {
            throw new NotSupportedException($"The model '{Info.Type}' cannot say why (KILN4016): {e.Message}.", e);
        }
    }

    /// <summary>Folds the graph at once.</summary>
    internal void Fold() => Replace(_folding?.Fold());

    void Replace(Scorer? folded)
    {
        _scorer = folded ?? _scorer;
        _folding = null;
    }

    /// <summary>Which class the scores of a binary model decide for, or whether those of anomaly detection are of an anomaly: by <see cref="ModelInfo.Threshold"/>, or the sign of the score.</summary>
    /// <param name="scores">The scores of a row, as <see cref="Score"/> gives them.</param>
    /// <returns>Whether it is the positive one, the second of the two, or an anomaly.</returns>
    /// <exception cref="ArgumentException">The span has another length than the model's scores.</exception>
    public bool IsPositive(ReadOnlySpan<float> scores)
    {
        Check(scores.Length, ScoreCount, nameof(scores));
        return Decision.IsPositive(scores, Info.Threshold);
    }

    static void Check(int actual, int expected, string parameter)
    {
        if (actual != expected)
            throw new ArgumentException($"The model has {expected} {parameter}, not {actual}.", parameter);
    }
}
