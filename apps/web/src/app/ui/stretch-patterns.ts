import { ChangeDetectionStrategy, Component } from '@angular/core';

/** StretchPatterns are the patterns in which stretches are drawn, so that no colour speaks alone; once on a page. */
@Component({
  selector: 'az-stretch-patterns',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg aria-hidden="true" focusable="false">
      <defs>
        <pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="8" height="8" class="hatch-ground" />
          <line x1="0" y1="0" x2="0" y2="8" class="hatch-line" />
        </pattern>
        <pattern id="late-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <rect width="7" height="7" class="late-ground" />
          <line x1="0" y1="0" x2="0" y2="7" class="late-line" />
        </pattern>
        <pattern id="dots" width="7" height="7" patternUnits="userSpaceOnUse">
          <rect width="7" height="7" class="dots-ground" />
          <circle cx="3.5" cy="3.5" r="1.6" class="dots-dot" />
        </pattern>
      </defs>
    </svg>
  `,
  styles: `
    svg {
      position: absolute;
      width: 0;
      height: 0;
    }
    .hatch-ground {
      fill: var(--az-blue-soft);
    }
    .hatch-line {
      stroke: var(--az-blue);
      stroke-width: 6;
    }
    .late-ground {
      fill: var(--az-red-soft);
    }
    .late-line {
      stroke: var(--az-red);
      stroke-width: 4;
    }
    .dots-ground {
      fill: var(--az-violet-fill);
    }
    .dots-dot {
      fill: var(--az-on-fill);
    }
  `,
})
export class StretchPatterns {}
