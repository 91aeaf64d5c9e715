using Kiln.Contracts.Models;
using Kiln.Contracts.Tunings;
using Kiln.Host.Boosters;
using Kiln.Host.Evaluation;
using Kiln.Host.Examples;
using Kiln.Host.Training.Encodings;
using Kiln.Host.Training.Clusters;
using Kiln.Host.Training.Isolation;
using Microsoft.ML;
using Microsoft.ML.Trainers.LightGbm;
using Microsoft.ML.Transforms;

namespace Kiln.Host.Training;

/// <summary>
/// The pipeline of a model that brings none: numbers as they are, categories as one-hot, texts as what a linear model says of them, into the chosen trainer.
/// Whatever could differ between two runs or two machines is said, not left to a default.
/// </summary>
static class DefaultPipeline
{
    /// <summary>The column of all numbers, where they are treated together.</summary>
    const string Numbers = "\u0001Numbers";

    /// <summary>The column of all numbers in their scales.</summary>
    const string Standard = "\u0001Standard";

    /// <summary>Of each number 1 where it is missing.</summary>
    const string Missing = "\u0001Missing";

    /// <summary>Values of which one thread makes a tree as fast as several.</summary>
    const int FewValues = 200_000;

    /// <summary>Of texts from which a model that costs little is learnt.</summary>
    const int FewCharacters = 2_000_000;

    /// <summary>What is left to do where the export of this pipeline is wrong: none of its steps is the user's.</summary>
    public static string Remedy(ModelDefinition model) =>
        "this is a bug in Kiln, not of the project or its data: report it with this message; until it is fixed, another trainer may work: Trainer = Trainer."
        + (model.Trainer == nameof(Trainer.Linear) ? nameof(Trainer.LightGbm) : nameof(Trainer.Linear));

    /// <param name="rows">What the rows' order and their folds follow from.</param>
    /// <param name="training">Those to learn from.</param>
    /// <param name="tuned">How LightGBM's trees are grown, where a search found better than the default.</param>
    public static DefaultModel Fit(MLContext ml, ModelDefinition model, ModelRows rows, int[] training, int threads, TunedSettings? tuned = null)
    {
        if (rows.Examples.Shape.Task == TaskKind.AnomalyDetection)
            return FitIsolationForest(ml, model.Seed, rows.Examples, training);
        if (rows.Examples.Shape.Task == TaskKind.Clustering)
            return FitKMeans(ml, model.Seed, rows.Examples, training, threads);
        if (GrowsTrees(model, rows.Examples))
            return FitLightGbm(ml, model, rows, training, SparseScores.Fit(ml, rows, training), threads, Settings(model, rows, training, tuned));
        return Fit(ml, model, rows, training, threads, BoostingSettings.Plain);
    }

    /// <param name="settings">Of trees, where the trainer grows any.</param>
    public static DefaultModel Fit(MLContext ml, ModelDefinition model, ModelRows rows, int[] training, int threads, BoostingSettings settings) =>
        IsLinear(model, rows.Examples)
            ? LinearPipeline.Fit(ml, rows.Examples, training)
            : FitTrees(ml, model, rows, training, SparseScores.Fit(ml, rows, training), threads, settings);

    /// <summary>A model that costs little, for who needs many of them: of texts a linear one, else trees of the given settings.</summary>
    public static ITransformer FitSmall(MLContext ml, ModelDefinition model, ModelRows rows, int[] training, int threads, BoostingSettings settings) =>
        (model.Trainer == nameof(Trainer.Linear) || rows.Examples.Inputs.Any(input => input.IsFreeText)
            ? LinearPipeline.Fit(ml, rows.Examples, LearntText.Sample(rows.Examples, training, FewCharacters))
            : FitTrees(ml, model, rows, training, null, threads, settings)).Model;

    /// <summary>A linear model for whoever holds another against it.</summary>
    public static ITransformer FitBaseline(MLContext ml, ExampleSet examples, int[] training) => LinearPipeline.Fit(ml, examples, LearntText.Sample(examples, training, FewCharacters), roughly: true).Model;

    static DefaultModel FitTrees(MLContext ml, ModelDefinition model, ModelRows rows, int[] training, SparseScores? scores, int threads, BoostingSettings settings)
    {
        threads = UsefulThreads(threads, training.Length, rows.Examples);
        if (model.Trainer == nameof(Trainer.FastTree))
            return new(FitFastTree(ml, model.Seed, rows, training, scores, threads, settings), settings, null, scores?.Texts ?? []);
        var features = LightGbmFeatures(ml, rows, training, scores);
        return new(Trees(ml, model, rows, training, features, threads, settings), settings, null, scores?.Texts ?? []);
    }

    /// <summary>Of texts alone trees have nothing to add to what a linear model says by all their words.</summary>
    public static bool IsTextOnly(ExampleSet examples) => examples.Inputs.All(input => input.IsFreeText);

    public static bool IsLinear(ModelDefinition model, ExampleSet examples) =>
        model.Trainer == nameof(Trainer.Linear) || model.Trainer == nameof(Trainer.LightGbm) && IsTextOnly(examples);

    /// <summary>The model is the same; threads that wait for each other in each of thousands of rounds cost more than they gain.</summary>
    public static int UsefulThreads(int threads, int rows, ExampleSet examples) => (long)rows * examples.Inputs.Count < FewValues ? 1 : threads;

    /// <summary>Whether it is trained by LightGBM, whose settings can be better ones.</summary>
    public static bool GrowsTrees(ModelDefinition model, ExampleSet examples) => model.Trainer == nameof(Trainer.LightGbm) && !IsTextOnly(examples);

    /// <summary>LightGBM's settings where nothing else says them.</summary>
    public static BoostingSettings Settings(ModelRows rows, int[] training) =>
        BoostingSettings.For(training.Length, rows.Examples.Shape is { Task: TaskKind.MulticlassClassification, Classes.Count: var classes } ? classes : 1);

    /// <summary>The model's: as a search found them, where there was one, and as its constraints allow.</summary>
    public static BoostingSettings Settings(ModelDefinition model, ModelRows rows, int[] training, TunedSettings? tuned = null)
    {
        var settings = tuned is null ? Settings(rows, training) : BoostingSettings.From(tuned);
        return settings with { FeatureShare = MonotoneConstraint.FeatureShare(model, settings.FeatureShare) };
    }

    /// <summary>First how many rounds are enough, then that many with all rows.</summary>
    static DefaultModel FitLightGbm(MLContext ml, ModelDefinition model, ModelRows rows, int[] training, SparseScores? scores, int threads, BoostingSettings settings)
    {
        var features = LightGbmFeatures(ml, rows, training, scores);
        threads = UsefulThreads(threads, training.Length, rows.Examples);
        var found = RoundSearch.Find((IBoosterTrainer)LightGbm(ml, model, rows.Examples, features, threads, settings), features.Of, rows, training, settings.Rounds);
        (var linear, found) = LinearShare.IsWorthTrying(model, rows.Examples, training) ? LinearShare.Find(ml, rows, training, found) : (0, found);
        settings = settings with { Rounds = found.Rounds, Slope = found.Slope, Linear = linear };
        return new(Trees(ml, model, rows, training, features, threads, settings),
            settings, new(settings.Rounds, settings.Leaves, settings.LearningRate, settings.Slope, settings.Linear), scores?.Texts ?? [], features);
    }

    /// <summary>From the features to the score, of which a linear model may give a part.</summary>
    static ITransformer Trees(MLContext ml, ModelDefinition model, ModelRows rows, int[] training, TreeFeatures features, int threads, BoostingSettings settings)
    {
        var trainer = LightGbm(ml, model, rows.Examples, features, threads, settings);
        double[] added = settings.Slope < 1 ? [.. LabelLevel.Of(rows.Examples, training).Select(level => (1 - settings.Slope) * level)] : [];
        if (settings.Slope < 1 || settings.Linear > 0)
            ((IBoosterTrainer)trainer).Shrinkage = new((1 - settings.Linear) * settings.Slope, [.. added.Select(level => (1 - settings.Linear) * level)]);
        var trees = trainer.Fit(features.Of(training));
        return settings.Linear == 0 ? features.Steps.Append(trees)
            : BlendedPipeline.Create(ml, features.Steps, trees, rows.Examples, training, settings.Linear * settings.Slope, [.. added.Select(level => settings.Linear * level)]);
    }

    /// <summary>What LightGBM's trees split by.</summary>
    public static TreeFeatures LightGbmFeatures(MLContext ml, ModelRows rows, int[] training, SparseScores? scores)
    {
        var inputs = Seasons.Known(rows.Examples, training);
        return new(rows, training, scores, inputs, TreeInputs(ml, rows.Examples, inputs, scores));
    }

    /// <summary>Trees take numbers as they are, missing ones too, and in the inputs' order.</summary>
    static IEstimator<ITransformer> TreeInputs(MLContext ml, ExampleSet examples, IReadOnlyList<ModelInput> inputs, SparseScores? scores) => Encoding.OneHots(ml, examples)
        .Append<ITransformer>(ml.Transforms.Concatenate(ExampleView.Features,
            [.. inputs.Where(input => !input.IsFreeText).Select(input => input.IsCategory ? Encoding.Name(input) : input.Name), .. Scores(scores)]));

    /// <summary>It asks for numbers and categories as other trees do, and reads no free text: every text is unusual.</summary>
    static DefaultModel FitIsolationForest(MLContext ml, int seed, ExampleSet examples, int[] training)
    {
        if (IsTextOnly(examples))
            throw new NothingToLearnException("all inputs are free text, which an isolation forest does not read: every text is unusual; name columns of numbers or categories");
        var forest = IsolationForest.Fit(examples, training, seed);
        if (!forest.Splits)
            throw new NothingToLearnException("all training rows are alike, so none of them is unusual; add rows, or columns in which they differ");
        var view = new ExampleView(examples, training);
        var features = TreeInputs(ml, examples, examples.Inputs, null).Fit(view);
        return new(features.Append(new IsolationStep(ml, features.Transform(view), forest, ExampleView.Features)), BoostingSettings.Plain, null, []);
    }

    /// <summary>Free text is not read: it has no distance that numbers and categories could be added to.</summary>
    static DefaultModel FitKMeans(MLContext ml, int seed, ExampleSet examples, int[] training, int threads)
    {
        if (IsTextOnly(examples))
            throw new NothingToLearnException("all inputs are free text, which k-means does not read: texts have no distance; name columns of numbers or categories");
        var scales = NumberScale.List(examples, training);
        var centres = KMeans.Fit(ClusterPoints.From(examples, training, scales), examples.Shape.Classes.Count, seed, threads);
        if (centres.Length == 1)
            throw new NothingToLearnException("all training rows are alike, so there are no clusters of them; add rows, or columns in which they differ");
        if (centres.Length < examples.Shape.Classes.Count)
            throw new TooFewDifferentRowsException(centres.Length);
        IDataView view = new ExampleView(examples, training);
        ITransformer features = Encoding.OneHots(ml, examples).Fit(view);
        List<string> columns = [.. Categories(examples)];
        if (scales.Length > 0)
        {
            columns.Insert(0, Standard);
            features = features.Append(ml.Transforms.Concatenate(Numbers, [.. examples.Inputs.Where(input => !input.IsText).Select(input => input.Name)]).Fit(features.Transform(view)));
            features = features.Append(new StandardStep(ml, features.Transform(view), Numbers, scales, Standard));
        }
        features = features.Append(ml.Transforms.Concatenate(ExampleView.Features, [.. columns]).Fit(features.Transform(view)));
        return new(features.Append(new DistanceStep(ml, features.Transform(view), ExampleView.Features, centres)), BoostingSettings.Plain, null, []);
    }

    /// <summary>ML.NET's own trees leave out every training row that misses a number, so none may: another column says that it did.</summary>
    static ITransformer FitFastTree(MLContext ml, int seed, ModelRows rows, int[] training, SparseScores? scores, int threads, BoostingSettings settings)
    {
        var examples = rows.Examples;
        var inputs = Seasons.Known(examples, training);
        IEstimator<ITransformer> pipeline = Encoding.OneHots(ml, examples);
        List<string> columns = [.. Categories(examples), .. Scores(scores)];
        if (inputs.Any(input => !input.IsText))
        {
            columns.InsertRange(0, [Numbers, Missing]);
            pipeline = pipeline
                .Append(ml.Transforms.Concatenate(Numbers, [.. inputs.Where(input => !input.IsText).Select(input => input.Name)]))
                .Append(ml.Transforms.IndicateMissingValues(Missing, Numbers))
                .Append(ml.Transforms.Conversion.ConvertType(Missing))
                .Append(ml.Transforms.ReplaceMissingValues(Numbers, replacementMode: MissingValueReplacingEstimator.ReplacementMode.Mean));
        }
        var features = new TreeFeatures(rows, training, scores, inputs, pipeline.Append<ITransformer>(ml.Transforms.Concatenate(ExampleView.Features, [.. columns])));
        return features.Steps.Append(FastTreeOptions.Trainer(ml, examples.Shape, seed, threads, settings).Fit(features.Of(training)));
    }

    static IEnumerable<string> Categories(ExampleSet examples) => examples.Inputs.Where(input => input.IsCategory).Select(Encoding.Name);

    static IEnumerable<string> Scores(SparseScores? scores) => scores is null ? [] : [SparseScores.Column];

    /// <summary>The trainer of LightGBM's trees, which is an <see cref="IBoosterTrainer"/> too.</summary>
    /// <param name="features">What it is to learn from, which way the score may go with it.</param>
    public static IEstimator<ITransformer> LightGbm(MLContext ml, ModelDefinition model, ExampleSet examples, TreeFeatures features, int threads, BoostingSettings settings)
    {
        var trainer = LightGbm(ml, examples.Shape.Task, examples.Shape.Weight is not null, model.Seed, threads, settings);
        var native = ((IBoosterTrainer)trainer).Native;
        ((IBoosterTrainer)trainer).Native = new Dictionary<string, object>([.. native, .. MonotoneConstraint.Of(model, features)]);
        return trainer;
    }

    /// <param name="weighted">Whether rows have a weight.</param>
    public static IEstimator<ITransformer> LightGbm(MLContext ml, TaskKind task, bool weighted, int seed, int threads, BoostingSettings settings)
    {
        var trainer = Estimator(ml, task, weighted, seed, threads, settings);
        ((IBoosterTrainer)trainer).Native = LightGbmOptions.Native(settings);
        return trainer;
    }

    static IEstimator<ITransformer> Estimator(MLContext ml, TaskKind task, bool weighted, int seed, int threads, BoostingSettings settings)
    {
        switch (task)
        {
            case TaskKind.BinaryClassification:
                // LightGBM's steepness of the curve from scores to probabilities; with ML.NET's every regularisation would weigh four times as much.
                var binary = new LightGbmBinaryTrainer.Options { Sigmoid = 1 };
                LightGbmOptions.Apply(binary, task, weighted, seed, threads, settings);
                return BoosterTrainers.Replace(ml.BinaryClassification.Trainers.LightGbm(binary));
            case TaskKind.MulticlassClassification:
                // Softmax over all classes, not one yes-or-no model a class: left alone, ML.NET chooses by the number of rows.
                var multiclass = new LightGbmMulticlassTrainer.Options { UseSoftmax = true };
                LightGbmOptions.Apply(multiclass, task, weighted, seed, threads, settings);
                return BoosterTrainers.Replace(ml.MulticlassClassification.Trainers.LightGbm(multiclass));
            case TaskKind.Ranking:
                // LightGBM's gains and steepness; ML.NET's are others, and its gains end at a relevance of 11.
                var ranking = new LightGbmRankingTrainer.Options
                {
                    CustomGains = RelevanceGain.Levels, Sigmoid = 1,
                    // LightGBM takes the rows that judge for one query, and refuses so many: Judges measure, not its metrics.
                    EvaluationMetric = LightGbmRankingTrainer.Options.EvaluateMetricType.None,
                };
                LightGbmOptions.Apply(ranking, task, weighted, seed, threads, settings);
                return BoosterTrainers.Replace(ml.Ranking.Trainers.LightGbm(ranking));
            default:
                var regression = new LightGbmRegressionTrainer.Options();
                LightGbmOptions.Apply(regression, task, weighted, seed, threads, settings);
                return BoosterTrainers.Replace(ml.Regression.Trainers.LightGbm(regression));
        }
    }
}
