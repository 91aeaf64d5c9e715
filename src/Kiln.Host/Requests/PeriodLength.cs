namespace Kiln.Host.Requests;

/// <summary>How much time is judged at once. A window counts where it begins.</summary>
enum PeriodLength
{
    Hour,
    Day,
    Week,
}
