namespace Kiln.Generators.Tests.Fingerprints;

/// <summary>What the pipeline of <see cref="PipelineSources"/> is set by: dispatch, initializers, switches, generics.</summary>
static class SettingsSources
{
    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        ["Settings/Settings.cs"] = """
            using System.Runtime.CompilerServices;
            using Shop.Features;

            namespace Shop;

            abstract class Defaults
            {
                public int Leaves { get; set; } = 20;
                public virtual double Scale => 1.5;
                protected int Least = Limits.Least();

                protected Defaults()
                {
                    Leaves += 4;
                }
            }

            partial class Settings : Defaults
            {
                readonly ILearn _learn;
                double _rate;

                public Settings(MLContext ml)
                {
                    _learn = Pick(ml is { Transforms: not null });
                    Tune(ref _rate);
                    Adjust();
                }

                public int Rounds { get; set; } = 100;

                public double Rate
                {
                    get => _rate * Scale;
                    set { if (value > 0) _rate = value; }
                }

                public override double Scale => base.Scale + 1;

                public Level Level => Rounds is > 50 and < 500 ? Level.High : Level.Low;

                public bool Trees() => _learn.Prefers(this, Rounds) && !(Rate is 0);

                public double this[int index] => index * 0.25;

                partial void Adjust();

                static ILearn Pick(bool known) => known ? new Careful() : new Bold(2);

                static void Tune(ref double rate)
                {
                    Read(out var found);
                    rate = found;
                }

                static void Read(out double found) => found = 0.2;

                public void Unrelated(Settings other) => Console.WriteLine(other);

                static void Trace(string text, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") => Console.WriteLine(text + line + file);
            }

            interface ILearn
            {
                bool Prefers(Settings settings, int rounds);
            }

            sealed class Careful : ILearn
            {
                public bool Prefers(Settings settings, int rounds) => rounds >= 100 && settings.Leaves > 2;
            }

            sealed class Bold : ILearn
            {
                readonly int _factor;

                public Bold(int factor) { _factor = factor; }

                bool ILearn.Prefers(Settings settings, int rounds) => rounds * _factor > 10;
            }

            /// <summary>Nobody constructs it.</summary>
            sealed class Unused : ILearn
            {
                public bool Prefers(Settings settings, int rounds) => false;
            }
            """,
        ["Settings/Adjusting.cs"] = """
            namespace Shop;

            partial class Settings
            {
                partial void Adjust()
                {
                    Rounds = checked(Rounds * 2);
                    Trace("adjusted");
                }
            }
            """,
        ["Settings/Limits.cs"] = """
            namespace Shop;

            static class Limits
            {
                public const int Rounds = Tens * 10;
                const int Tens = 12;
                static int _least = 3;
                static readonly int Step = _least++;

                static Limits()
                {
                    _least += Step;
                }

                public static int Least() => _least;
            }

            static class Rates
            {
                public static readonly double Slow = Fast / 4;
                public static readonly double Unrelated = 7;
                public const double Fast = 0.4;
            }
            """,
        ["Learners/Learners.cs"] = """
            using Microsoft.ML.Trainers;
            using Microsoft.ML.Trainers.LightGbm;

            namespace Shop;

            static class Learners
            {
                public static IEstimator<ITransformer> Trees(MLContext ml, Settings settings, int? seed = 5)
                {
                    var options = new LightGbmRegressionTrainer.Options
                    {
                        NumberOfIterations = settings.Rounds,
                        NumberOfLeaves = settings.Leaves,
                        LearningRate = settings.Rate,
                        Seed = seed ?? 1,
                        Booster = new GradientBooster.Options { L2Regularization = Penalty(ml).Strength },
                    };
                    if (settings[2] > 0.1) options.MinimumExampleCountPerLeaf = Part(10, 3);
                    try
                    {
                        options.MaximumBinCountPerFeature = Bins(true);
                    }
                    catch (ArgumentException error) when (error.ParamName == "bins")
                    {
                        options.MaximumBinCountPerFeature = 63;
                    }
                    return ml.Regression.Trainers.LightGbm(options);
                }

                public static IEstimator<ITransformer> Line(MLContext ml, Settings settings, float weight)
                {
                    var (l1, l2) = new Penalty(0.01f, 0.02f) with { Other = weight };
                    return ml.Regression.Trainers.Sdca("Label", "Features", null, (ISupportSdcaRegressionLoss?)Loss(l1), l1Regularization: l1, l2Regularization: l2);
                }

                static Penalty Penalty(MLContext ml)
                {
                    var total = new Money(1) + new Money(2);
                    Func<double, double> half = value => value / 2;
                    return new((float)half(total.Amount), 0.5f);
                }

                static int Part(int whole, int share) => whole - share;

                static int Part(int whole, double share) => whole;

                static int Bins(bool many)
                {
                    var bins = 0;
                    do bins += 51; while (bins < 250);
                    switch (many)
                    {
                        case true: return bins;
                        default: return Wait().Result;
                    }
                }

                static async System.Threading.Tasks.Task<int> Wait()
                {
                    await System.Threading.Tasks.Task.Yield();
                    return 31;
                }

                static IRegressionLoss Loss(float l1) => l1 > 0.5f ? new SquaredLoss() : new PoissonLoss();
            }

            record struct Money(double Amount)
            {
                public static Money operator +(Money left, Money right) => new(left.Amount + right.Amount);

                public static Money operator -(Money left, Money right) => new(left.Amount - right.Amount);
            }

            record Penalty(float Strength, float Other);

            static class Chains
            {
                public static IEstimator<ITransformer> Normalized<T>(this IEstimator<T> chain, MLContext ml, Settings settings) where T : class, ITransformer
                {
                    int[] sizes = [3, .. Enumerable.Range(1, 2)];
                    var found = sizes is [3, .. var rest] ? rest.Length : 0;
                    var name = string.Join("-", sizes[..1].Concat(sizes[^1..]));
                    var type = new { Size = found, Name = name };
                    return type.Size > 1 && typeof(T) != typeof(Features.Sale)
                        ? chain.Append(ml.Transforms.NormalizeMeanVariance("Features"))
                        : chain.Append(ml.Transforms.NormalizeMinMax("Features"));
                }
            }
            """,
    };
}
