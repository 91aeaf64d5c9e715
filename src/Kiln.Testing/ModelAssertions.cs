using System.Globalization;
using System.Runtime.CompilerServices;

namespace Kiln.Testing;

/// <summary>What single answers of a model must do. Whatever they do not is one exception, whose message has the worst row with both answers.</summary>
public static class ModelAssertions
{
    /// <summary>The prediction must be the same, whatever the change.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">The rows that it is asked about.</param>
    /// <param name="change">Gives the changed row: <c>row => row with { Name = "x" }</c>.</param>
    /// <param name="minShare">The share of rows on which it must hold.</param>
    /// <param name="expression">The change as it is written; the compiler gives it.</param>
    /// <exception cref="ModelTestException">It is another one on too many rows, or there is no row.</exception>
    public static void ShouldBeInvariantTo<TInput, TPrediction>(
        this IModel<TInput, TPrediction> model, IEnumerable<TInput> rows, Func<TInput, TInput> change, double minShare = 1,
        [CallerArgumentExpression(nameof(change))] string expression = "")
        where TInput : struct
        where TPrediction : struct
    {
        var asked = new Change<TInput, TPrediction>(model, rows, change, expression);
        asked.Hold(asked.Rows((was, became) => was.Equals(became) ? 0 : 1), "the prediction is to be the same", row => row.Move, minShare);
    }

    /// <summary>The score must stay where it is, to within a distance.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">The rows that it is asked about.</param>
    /// <param name="change">Gives the changed row.</param>
    /// <param name="score">What is looked at: <c>answer => answer.Probability</c>.</param>
    /// <param name="within">How far it may move.</param>
    /// <param name="minShare">The share of rows on which it must hold.</param>
    /// <param name="expression">The change as it is written; the compiler gives it.</param>
    /// <exception cref="ModelTestException">It moves further on too many rows, or there is no row.</exception>
    public static void ShouldBeInvariantTo<TInput, TPrediction>(
        this IModel<TInput, TPrediction> model, IEnumerable<TInput> rows, Func<TInput, TInput> change, Func<TPrediction, double> score, double within, double minShare = 1,
        [CallerArgumentExpression(nameof(change))] string expression = "")
        where TInput : struct
        where TPrediction : struct
    {
        var asked = new Change<TInput, TPrediction>(model, rows, change, expression);
        asked.Hold(asked.Rows((was, became) => Move(score(was), score(became))), $"the score is to stay within {Text(within)}", row => Math.Abs(row.Move) - within, minShare);
    }

    /// <summary>The score must rise on one row at least, and fall on none.</summary>
    /// <inheritdoc cref="ShouldBeInvariantTo{TInput,TPrediction}(IModel{TInput,TPrediction},IEnumerable{TInput},Func{TInput,TInput},Func{TPrediction,double},double,double,string)"/>
    /// <param name="within">How far it may fall.</param>
    /// <exception cref="ModelTestException">It falls further on too many rows, rises on none, or there is no row.</exception>
    public static void ShouldIncrease<TInput, TPrediction>(
        this IModel<TInput, TPrediction> model, IEnumerable<TInput> rows, Func<TInput, TInput> change, Func<TPrediction, double> score, double within = 0, double minShare = 1,
        [CallerArgumentExpression(nameof(change))] string expression = "")
        where TInput : struct
        where TPrediction : struct =>
        GoOneWay(new Change<TInput, TPrediction>(model, rows, change, expression), score, 1, "rise", within, minShare);

    /// <summary>The score must fall on one row at least, and rise on none.</summary>
    /// <inheritdoc cref="ShouldBeInvariantTo{TInput,TPrediction}(IModel{TInput,TPrediction},IEnumerable{TInput},Func{TInput,TInput},Func{TPrediction,double},double,double,string)"/>
    /// <param name="within">How far it may rise.</param>
    /// <exception cref="ModelTestException">It rises further on too many rows, falls on none, or there is no row.</exception>
    public static void ShouldDecrease<TInput, TPrediction>(
        this IModel<TInput, TPrediction> model, IEnumerable<TInput> rows, Func<TInput, TInput> change, Func<TPrediction, double> score, double within = 0, double minShare = 1,
        [CallerArgumentExpression(nameof(change))] string expression = "")
        where TInput : struct
        where TPrediction : struct =>
        GoOneWay(new Change<TInput, TPrediction>(model, rows, change, expression), score, -1, "fall", within, minShare);

    /// <summary>The prediction of a row must be as expected.</summary>
    /// <param name="model">The model.</param>
    /// <param name="row">The row.</param>
    /// <param name="expected">Whether it is: <c>answer => answer.PredictedLabel == Species.Gentoo</c>.</param>
    /// <param name="expression">What is expected as it is written; the compiler gives it.</param>
    /// <exception cref="ModelTestException">It is not.</exception>
    public static void ShouldPredict<TInput, TPrediction>(
        this IModel<TInput, TPrediction> model, TInput row, Func<TPrediction, bool> expected, [CallerArgumentExpression(nameof(expected))] string expression = "")
        where TInput : struct
        where TPrediction : struct => model.ShouldPredict([row], expected, 1, expression);

    /// <summary>The prediction of each row must be as expected.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="expected">Whether one is.</param>
    /// <param name="minShare">The share of rows on which it must hold.</param>
    /// <param name="expression">What is expected as it is written; the compiler gives it.</param>
    /// <exception cref="ModelTestException">It is not on too many rows, or there is no row.</exception>
    public static void ShouldPredict<TInput, TPrediction>(
        this IModel<TInput, TPrediction> model, IEnumerable<TInput> rows, Func<TPrediction, bool> expected, double minShare = 1, [CallerArgumentExpression(nameof(expected))] string expression = "")
        where TInput : struct
        where TPrediction : struct
    {
        var asked = new Change<TInput, TPrediction>(model, rows, row => row, expression);
        asked.Hold(asked.Rows((answer, _) => expected(answer) ? 0 : 1), "the prediction is to be so", row => row.Move, minShare);
    }

    static void GoOneWay<TInput, TPrediction>(Change<TInput, TPrediction> asked, Func<TPrediction, double> score, int way, string word, double within, double minShare)
        where TInput : struct
        where TPrediction : struct
    {
        var all = asked.Rows((was, became) => way * Move(score(was), score(became)));
        asked.Hold(all, $"the score is to {word}{(within > 0 ? $", to within {Text(within)}" : "")}", row => -row.Move - within, minShare);
        if (!all.Any(row => row.Move > 0))
            asked.Refuse($"the score is to {word}, and does on none of {all.Count} rows; it goes the other way on none either");
    }

    /// <summary>Two that are no numbers are the same.</summary>
    static double Move(double was, double became) => double.IsNaN(was) && double.IsNaN(became) || was.Equals(became) ? 0 : became - was;

    static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
